package org.customerfocus.agreement.registry;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A command whose outcome hangs on what the registry answers. The registry is asked between two
/// attempts, never inside a transaction: the first one ends with the question and changes nothing,
/// the next one finds the answer. What was changed by somebody else meanwhile makes another
/// question, which is asked as well; so what is committed rests on an answer to just what is
/// committed.
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AsksRegistry {}

package org.customerfocus.conventions.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Pages that people open by links: whatever mailers and networks append to these is no mistake of
/// theirs, and is read over.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyQuery {}

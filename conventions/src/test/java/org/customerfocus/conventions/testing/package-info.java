/// Test support for every module: a real PostgreSQL with the roles of production, tokens, a clock
/// that stands where a test puts it, and the rules that each service's code and schema keep.
package org.customerfocus.conventions.testing;

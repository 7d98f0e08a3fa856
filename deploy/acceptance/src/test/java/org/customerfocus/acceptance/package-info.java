/// What the platform promises, tried from outside: every test talks to the gateway of a platform
/// that was started the way `deploy/local/up` starts it, and knows nothing but the published
/// document.
///
/// - [OperationsTest]: what every operation of the document keeps, whatever it does
/// - [ProtocolTest]: what holds outside of operations: unknown paths, methods, limits, pages
/// - [ConcurrencyTest], [RetryTest], [ListTest]: what holds when many clients act at once
/// - [DemoTest]: published numbers, reached through the API alone
/// - [CrashTest]: nothing lost and nothing doubled when a process is killed
/// - [FootprintTest]: memory and time to healthy
package org.customerfocus.acceptance;

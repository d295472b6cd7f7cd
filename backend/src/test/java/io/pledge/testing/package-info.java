/**
 * What integration tests stand on: a real PostgreSQL and search engine shared by all of them, one application context
 * where possible, a clock turned by hand, and the state after start put back before each test.
 */
@org.jspecify.annotations.NullMarked
package io.pledge.testing;

/**
 * What an operator edits: YAML files whose every mistake is reported with file, line and reason before anything starts.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Configuration files", allowedDependencies = {})
package io.pledge.config;

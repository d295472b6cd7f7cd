/** What keeps Pledge running, for the administrator: jobs, search, messages, policies in force. */
@NullMarked
package io.pledge.web.admin;

import org.jspecify.annotations.NullMarked;

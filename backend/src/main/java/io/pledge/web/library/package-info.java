/** The pages of the case library: search, a lesson, its draft and review, and what the desk shows beside a case. */
@NullMarked
package io.pledge.web.library;

import org.jspecify.annotations.NullMarked;

/** The customer's survey behind its link, and the calls that low scores ask for. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.survey;

/** What somebody is writing on a case at the desk: kept while they type, and told to others who might write at the same time. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.writing;

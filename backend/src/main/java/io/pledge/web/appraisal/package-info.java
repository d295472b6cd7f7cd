/** Appraisals as those see them who are appraised, and those who answer for them. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.appraisal;

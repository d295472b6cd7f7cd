/** Units and people, for the administrator: the tree, each unit and person, and the operator's file that may be taken over. */
@NullMarked
package io.pledge.web.organisation;

import org.jspecify.annotations.NullMarked;

package shop.kontor.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.EmailFormat;

/** The format of e-mail addresses, in linear time: the library's takes the square of it if there is a space at the end. */
final class EmailAddress extends EmailFormat {

    @Override
    public boolean matches(ExecutionContext context, String address) {
        return address.chars().noneMatch(Character::isWhitespace) && super.matches(context, address);
    }
}

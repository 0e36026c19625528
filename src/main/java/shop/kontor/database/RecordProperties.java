package shop.kontor.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.springframework.stereotype.Component;

/**
 * Reads records in the conditions of SQL. OGNL knows only {@code get} methods, and looks through all methods of a record each
 * time, which was half of what a page of products allocated.
 */
@Component
class RecordProperties extends ObjectPropertyAccessor {

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true))
                    .collect(Collectors.toMap(Method::getName, accessor -> accessor));
        }
    };

    RecordProperties() {
        OgnlRuntime.setPropertyAccessor(Record.class, this);
    }

    @Override
    public Object getPossibleProperty(OgnlContext context, Object target, String name) throws OgnlException {
        var accessor = ACCESSORS.get(target.getClass()).get(name);
        try {
            return accessor == null ? super.getPossibleProperty(context, target, name) : accessor.invoke(target);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new OgnlException(name, e);
        }
    }
}

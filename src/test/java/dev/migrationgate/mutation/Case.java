package dev.migrationgate.mutation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.pitest.testapi.Description;
import org.pitest.testapi.ResultCollector;
import org.pitest.testapi.TestUnit;

/**
 * One call of a test method.
 *
 * @param arguments none or one
 */
record Case(Class<?> testClass, Method method, List<Object> arguments) implements TestUnit {

  @Override
  public Description getDescription() {
    return new Description(method.getName() + arguments, testClass);
  }

  @Override
  public void execute(ResultCollector results) {
    results.notifyStart(getDescription());
    try {
      Constructor<?> constructor = testClass.getDeclaredConstructor();
      constructor.setAccessible(true);
      method.setAccessible(true);
      method.invoke(constructor.newInstance(), arguments.toArray());
      results.notifyEnd(getDescription());
    } catch (InvocationTargetException e) {
      results.notifyEnd(getDescription(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(method + " cannot be called", e);
    }
  }
}

package dev.migrationgate.mutation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pitest.testapi.TestUnit;
import org.pitest.testapi.TestUnitExecutionListener;
import org.pitest.testapi.TestUnitFinder;

/**
 * The tests of a class that asks nothing more of JUnit than to call its methods, those of {@code
 * MethodSource} with one argument among them. Of other classes none: they are left to PIT's plugin.
 */
final class CaseFinder implements TestUnitFinder {
  private static final Set<Class<? extends Annotation>> UNDERSTOOD =
      Set.of(Test.class, ParameterizedTest.class, MethodSource.class);

  @Override
  public List<TestUnit> findTestUnits(Class<?> testClass, TestUnitExecutionListener listener) {
    List<TestUnit> units = new ArrayList<>();
    if (testClass.getEnclosingClass() == null && isPlain(testClass)) {
      for (Method method : testClass.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          units.add(new Case(testClass, method, List.of()));
        } else if (method.isAnnotationPresent(ParameterizedTest.class)) {
          for (Object argument : arguments(testClass, method)) {
            units.add(new Case(testClass, method, List.of(argument)));
          }
        }
      }
    }
    return units;
  }

  private static boolean isPlain(Class<?> testClass) {
    if (testClass.getAnnotations().length > 0 || testClass.getSuperclass() != Object.class) {
      return false;
    }
    for (Class<?> inner : testClass.getDeclaredClasses()) {
      if (inner.isAnnotationPresent(Nested.class)) {
        return false;
      }
    }
    for (Method method : testClass.getDeclaredMethods()) {
      boolean takesCases = method.isAnnotationPresent(MethodSource.class);
      if (method.isAnnotationPresent(ParameterizedTest.class) != takesCases
          || (takesCases && method.getParameterCount() != 1)
          || (method.isAnnotationPresent(Test.class) && method.getParameterCount() > 0)) {
        return false;
      }
      for (Annotation annotation : method.getAnnotations()) {
        if (!UNDERSTOOD.contains(annotation.annotationType())) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Object> arguments(Class<?> testClass, Method method) {
    List<Object> arguments = new ArrayList<>();
    for (String name : method.getAnnotation(MethodSource.class).value()) {
      try {
        Method source = testClass.getDeclaredMethod(name);
        source.setAccessible(true);
        Object cases = source.invoke(null);
        if (cases instanceof Stream<?> stream) {
          stream.forEach(arguments::add);
        } else {
          arguments.addAll((Collection<?>) cases);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(testClass + " has no cases " + name, e);
      }
    }
    return arguments;
  }
}

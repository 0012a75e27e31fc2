package dev.migrationgate.pattern.shell;

import dev.migrationgate.pattern.shell.ScriptTokens.Unread;
import dev.migrationgate.pattern.shell.ShellToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a script as a tree, by recursive descent. */
final class ScriptParser {
  private static final int DEEPEST = 40;
  private static final int LONGEST = 200;
  private static final ShellNode NOTHING = new ShellNode.Sequence(List.of());

  private final ScriptTokens tokens;
  private int depth;

  ScriptParser(String script) {
    this.tokens = new ScriptTokens(script);
  }

  Optional<ShellNode> script() {
    try {
      ShellNode script = list();
      return tokens.isA(Kind.END) ? Optional.of(script) : Optional.empty();
    } catch (Unread e) {
      return Optional.empty();
    }
  }

  /** Commands up to what ends them: a closing keyword or parenthesis, or the end of a branch. */
  private ShellNode list() throws Unread {
    depth++;
    tokens.expect(depth <= DEEPEST);
    List<ShellNode> steps = new ArrayList<>();
    tokens.skipEnds();
    while (!endsList()) {
      ShellNode step = andOr();
      if (tokens.token().is("&")) {
        tokens.advance();
        steps.add(new ShellNode.Background(step));
      } else {
        steps.add(step);
        tokens.expect(endsList() || tokens.isA(Kind.OPERATOR));
      }
      tokens.skipEnds();
    }
    depth--;
    return steps.size() == 1 ? steps.get(0) : new ShellNode.Sequence(steps);
  }

  private boolean endsList() {
    ShellToken token = tokens.token();
    if (token.kind() == Kind.WORD && token.bare()) {
      return switch (token.text()) {
        case "then", "do", "done", "fi", "else", "elif", "esac", "}" -> true;
        default -> false;
      };
    }
    return token.kind() == Kind.END || token.kind() == Kind.CLOSE || token.is(";;");
  }

  private ShellNode andOr() throws Unread {
    ShellNode left = pipeline();
    int length = 0;
    while (tokens.token().is("&&") || tokens.token().is("||")) {
      boolean and = tokens.token().is("&&");
      length++;
      tokens.expect(length <= LONGEST);
      tokens.advance();
      tokens.skipLines();
      left = new ShellNode.AndOr(left, and, pipeline());
    }
    return left;
  }

  private ShellNode pipeline() throws Unread {
    boolean not = false;
    while (tokens.token().isKeyword("!") || tokens.token().isKeyword("time")) {
      not ^= tokens.token().isKeyword("!");
      tokens.advance();
    }
    List<ShellNode> parts = new ArrayList<>();
    parts.add(command());
    while (tokens.token().is("|")) {
      tokens.advance();
      if (tokens.token().is("&")) {
        tokens.advance();
      }
      tokens.skipLines();
      parts.add(ShellInput.behind(parts.get(parts.size() - 1), command()));
    }
    ShellNode pipeline = parts.size() == 1 ? parts.get(0) : new ShellNode.Pipeline(parts);
    return not ? new ShellNode.Not(pipeline) : pipeline;
  }

  private ShellNode command() throws Unread {
    ShellToken token = tokens.token();
    if (token.kind() == Kind.OPEN) {
      return redirected(parenthesised());
    }
    tokens.expect(token.kind() == Kind.WORD && !endsList());
    if (!token.bare()) {
      return simple();
    }
    return switch (token.text()) {
      case "{" -> redirected(group());
      case "if" -> redirected(choice());
      case "while", "until" -> redirected(loop());
      case "for" -> redirected(forLoop());
      case "case" -> redirected(cases());
      case "[[" -> redirected(test());
      case "function" -> function();
      case "select", "coproc" -> throw new Unread();
      default -> simple();
    };
  }

  private ShellNode redirected(ShellNode node) {
    tokens.skipRedirections();
    return node;
  }

  private ShellNode parenthesised() throws Unread {
    if (tokens.skipArithmetic()) {
      return simple("((");
    }
    tokens.advance();
    ShellNode body = list();
    tokens.take(Kind.CLOSE);
    return new ShellNode.Subshell(body);
  }

  private ShellNode group() throws Unread {
    tokens.advance();
    ShellNode body = list();
    tokens.keyword("}");
    return body;
  }

  private ShellNode choice() throws Unread {
    tokens.advance();
    ShellNode condition = list();
    tokens.keyword("then");
    ShellNode then = list();
    if (tokens.token().isKeyword("elif")) {
      depth++;
      tokens.expect(depth <= DEEPEST);
      ShellNode otherwise = choice();
      depth--;
      return new ShellNode.If(condition, then, otherwise);
    }
    ShellNode otherwise = NOTHING;
    if (tokens.token().isKeyword("else")) {
      tokens.advance();
      otherwise = list();
    }
    tokens.keyword("fi");
    return new ShellNode.If(condition, then, otherwise);
  }

  private ShellNode loop() throws Unread {
    boolean until = tokens.token().isKeyword("until");
    tokens.advance();
    ShellNode condition = list();
    return new ShellNode.Loop(condition, until, body());
  }

  private ShellNode forLoop() throws Unread {
    tokens.advance();
    String variable = tokens.token().text();
    if (!tokens.skipArithmetic()) {
      tokens.take(Kind.WORD);
    }
    while (tokens.isA(Kind.WORD) && !tokens.token().isKeyword("do")) {
      tokens.advance();
    }
    tokens.skipEnds();
    List<ShellNode> round = List.of(simple("unset", variable), body());
    return new ShellNode.Loop(simple("(("), false, new ShellNode.Sequence(round));
  }

  private ShellNode body() throws Unread {
    tokens.keyword("do");
    ShellNode body = list();
    tokens.keyword("done");
    return body;
  }

  private ShellNode cases() throws Unread {
    tokens.advance();
    tokens.take(Kind.WORD);
    tokens.skipLines();
    tokens.keyword("in");
    List<ShellNode> branches = new ArrayList<>();
    boolean exhaustive = false;
    tokens.skipLines();
    while (!tokens.token().isKeyword("esac")) {
      if (tokens.isA(Kind.OPEN)) {
        tokens.advance();
      }
      while (tokens.isA(Kind.WORD) || tokens.token().is("|")) {
        exhaustive |= tokens.token().isKeyword("*");
        tokens.advance();
      }
      tokens.take(Kind.CLOSE);
      branches.add(list());
      if (tokens.token().is(";;")) {
        tokens.advance();
      }
      tokens.skipLines();
    }
    tokens.advance();
    return new ShellNode.Case(branches, exhaustive);
  }

  /** Inside of it, operators and parentheses are words. */
  private ShellNode test() throws Unread {
    List<String> words = new ArrayList<>();
    while (!tokens.token().isKeyword("]]")) {
      tokens.expect(!tokens.isA(Kind.END));
      words.add(tokens.token().text());
      tokens.advance();
    }
    tokens.advance();
    return simple(words.toArray(new String[0]));
  }

  private ShellNode function() throws Unread {
    tokens.advance();
    String name = tokens.token().text();
    tokens.take(Kind.WORD);
    return tokens.isA(Kind.OPEN_BEHIND_WORD) || tokens.isA(Kind.OPEN)
        ? definition(name)
        : bodyOf(name);
  }

  private ShellNode definition(String name) throws Unread {
    tokens.advance();
    tokens.take(Kind.CLOSE);
    return bodyOf(name);
  }

  private ShellNode bodyOf(String name) throws Unread {
    tokens.skipLines();
    depth++;
    tokens.expect(depth <= DEEPEST);
    ShellNode body = command();
    depth--;
    return new ShellNode.Function(name, body);
  }

  private ShellNode simple() throws Unread {
    List<String> words = new ArrayList<>();
    tokens.beginCommand();
    tokens.skipRedirections();
    while (tokens.isA(Kind.WORD)) {
      words.add(tokens.word());
      tokens.skipRedirections();
      if (tokens.isA(Kind.OPEN_BEHIND_WORD) || tokens.isA(Kind.OPEN)) {
        if (words.size() == 1 && !words.get(0).endsWith("=")) {
          return definition(words.get(0));
        }
        skipArray(words.get(words.size() - 1));
      }
    }
    return new ShellNode.Simple(new ShellCommand(words, "", tokens.input()));
  }

  private static ShellNode simple(String... words) {
    return new ShellNode.Simple(new ShellCommand(List.of(words), ""));
  }

  /** {@code list=(a b)}. */
  private void skipArray(String word) throws Unread {
    tokens.expect(word.endsWith("="));
    while (!tokens.isA(Kind.CLOSE)) {
      tokens.expect(!tokens.isA(Kind.END));
      tokens.advance();
    }
    tokens.advance();
  }
}

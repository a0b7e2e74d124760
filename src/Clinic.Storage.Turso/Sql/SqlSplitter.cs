using System.Globalization;

namespace Clinic.Storage.Turso;

/// <summary>Splits a text where SQLite would: at semicolons, but not at those inside the body of a trigger.</summary>
internal static class SqlSplitter
{
    /// <exception cref="ArgumentException">The text holds U+0000 outside of quotes, where SQLite would silently stop reading.</exception>
    public static SqlStatement[] Split(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException("The SQL text holds the character U+0000, at which SQLite stops reading; give such texts as parameters.", nameof(text));
        var statements = new List<SqlStatement>();
        var positions = 0;
        var lexer = new SqlLexer(text);
        var reader = new StatementReader();
        var start = 0;
        while (lexer.Next(out var token))
        {
            if (!reader.Add(text, token)) continue;
            if (!reader.IsEmpty) statements.Add(reader.Finish(text[start..token.End], ref positions));
            start = token.End;
            reader = new StatementReader();
        }

        if (!reader.IsEmpty) statements.Add(reader.Finish(text[start..], ref positions));
        return [.. statements];
    }

    /// <summary>One statement as it is being read.</summary>
    private sealed class StatementReader
    {
        private static readonly string[] Actions = ["SELECT", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE"];

        private readonly ParameterCounter counter = new();
        private string verb = "";
        private int words;
        private int depth;
        private bool isWith;
        private bool isCreate;
        private bool isTrigger;
        private bool isTemporary;
        private bool touches;
        private SqlToken before;
        private SqlToken last;

        public bool IsEmpty => words == 0;

        /// <summary>Takes a token; true when it ends the statement.</summary>
        public bool Add(ReadOnlySpan<char> text, SqlToken token)
        {
            if (token.Kind == SqlTokenKind.Semicolon)
            {
                if (!isTrigger || IsEmpty || (before.Kind == SqlTokenKind.Semicolon && last.Is(text, "END"))) return true;
            }
            else
            {
                if (token.Kind == SqlTokenKind.Variable) counter.Add(text.Slice(token.Start, token.Length).ToString());
                if (words < 6) Look(text, token);
                if (isWith) LookForVerb(text, token);
                words++;
            }

            before = last;
            last = token;
            return false;
        }

        public SqlStatement Finish(string text, ref int positions)
        {
            var parameters = new SqlParameter[counter.Names.Count];
            for (var i = 0; i < parameters.Length; i++)
            {
                var name = counter.Names[i];
                parameters[i] = new SqlParameter(name, Place(name, counter.IsUsed(i + 1), ref positions));
            }

            return new SqlStatement(text, parameters, verb, touches || isTemporary);
        }

        // Plain ones go on counting over the statements of a text; numbered ones mean the same everywhere in it.
        private static int Place(string? name, bool isUsed, ref int positions)
        {
            if (name is null) return isUsed ? positions++ : -1;
            if (name[0] != '?' || !int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1) return -1;
            positions = Math.Max(positions, number);
            return number - 1;
        }

        // WITH … INSERT changes rows and WITH … SELECT does not.
        private void LookForVerb(ReadOnlySpan<char> text, SqlToken token)
        {
            if (token.Kind == SqlTokenKind.Other) depth += text[token.Start] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0 || token.Kind != SqlTokenKind.Word) return;
            foreach (var action in Actions)
            {
                if (!token.Is(text, action)) continue;
                verb = action;
                isWith = false;
            }
        }

        private void Look(ReadOnlySpan<char> text, SqlToken token)
        {
            if (words == 0)
            {
                verb = text.Slice(token.Start, token.Length).ToString().ToUpperInvariant();
                isCreate = verb == "CREATE";
                isWith = verb == "WITH";
                touches = verb is "PRAGMA" or "ATTACH" or "DETACH";
            }
            else if (verb == "EXPLAIN")
            {
                isCreate |= token.Is(text, "CREATE");
                isTrigger |= isCreate && token.Is(text, "TRIGGER");
            }
            else if (isCreate)
            {
                var temporary = token.Is(text, "TEMP") || token.Is(text, "TEMPORARY");
                isTemporary |= temporary && words == 1;
                isTrigger |= token.Is(text, "TRIGGER") && (words == 1 || (words == 2 && isTemporary));
            }
        }
    }
}

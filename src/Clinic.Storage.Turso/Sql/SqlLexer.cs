namespace Clinic.Storage.Turso;

/// <summary>Reads a SQL text token by token, with the rules of SQLite's own tokenizer; white space and comments are left out.</summary>
/// <seealso href="https://www.sqlite.org/lang_expr.html#varparam"/>
internal ref struct SqlLexer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool Next(out SqlToken token)
    {
        SkipSpace();
        if (at >= text.Length)
        {
            token = default;
            return false;
        }

        var start = at;
        var kind = Read();
        token = new SqlToken(kind, start, at - start);
        return true;
    }

    private readonly char Peek(int ahead = 0) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private SqlTokenKind Read()
    {
        var c = text[at];
        switch (c)
        {
            case ';':
                at++;
                return SqlTokenKind.Semicolon;
            case '\'' or '"' or '`':
                ReadQuoted(c);
                return SqlTokenKind.Quoted;
            case '[':
                ReadTo(']');
                return SqlTokenKind.Quoted;
            case '?':
                at++;
                while (char.IsAsciiDigit(Peek())) at++;
                return SqlTokenKind.Variable;
            case ':' or '@' or '$' or '#':
                return ReadVariable();
        }

        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ReadNumber();
            return SqlTokenKind.Other;
        }

        at++;
        if (!IsInName(c)) return SqlTokenKind.Other;
        while (IsInName(Peek())) at++;
        return SqlTokenKind.Word;
    }

    private void SkipSpace()
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (c is ' ' or '\t' or '\n' or '\v' or '\f' or '\r' or '\uFEFF') at++;
            else if (c == '-' && Peek(1) == '-') SkipLine();
            else if (c == '/' && Peek(1) == '*' && at + 2 < text.Length) SkipBlock();
            else return;
        }
    }

    private void SkipLine()
    {
        var end = text[at..].IndexOf('\n');
        at = end < 0 ? text.Length : at + end + 1;
    }

    // A block that is never closed goes on to the end.
    private void SkipBlock()
    {
        var end = text[(at + 2)..].IndexOf("*/");
        at = end < 0 ? text.Length : at + 2 + end + 2;
    }

    private void ReadQuoted(char quote)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] != quote) continue;
            if (Peek(1) != quote) break;
            at++;
        }

        at = Math.Min(at + 1, text.Length);
    }

    private void ReadTo(char end)
    {
        var found = text[at..].IndexOf(end);
        at = found < 0 ? text.Length : at + found + 1;
    }

    private void ReadNumber()
    {
        while (IsInName(Peek()) || Peek() == '.')
        {
            var exponent = Peek() is 'e' or 'E';
            at++;
            if (exponent && Peek() is '+' or '-' && char.IsAsciiDigit(Peek(1))) at++;
        }
    }

    // The rules of Tcl: $ns::array(index) is one name.
    private SqlTokenKind ReadVariable()
    {
        var sign = text[at++];
        var letters = 0;
        while (true)
        {
            if (IsInName(Peek()))
            {
                at++;
                letters++;
            }
            else if (Peek() == '(' && letters > 0)
            {
                return ReadIndex() && sign != '#' ? SqlTokenKind.Variable : SqlTokenKind.Other;
            }
            else if (Peek() == ':' && Peek(1) == ':')
            {
                at += 2;
            }
            else
            {
                return letters > 0 && sign != '#' ? SqlTokenKind.Variable : SqlTokenKind.Other;
            }
        }
    }

    private bool ReadIndex()
    {
        do
        {
            at++;
        }
        while (at < text.Length && Peek() is not (')' or ' ' or '\t' or '\n' or '\v' or '\f' or '\r'));
        if (Peek() != ')') return false;
        at++;
        return true;
    }

    private static bool IsInName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || c >= '\u0080';
}

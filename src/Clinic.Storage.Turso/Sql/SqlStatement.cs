namespace Clinic.Storage.Turso;

/// <summary>One statement of a SQL text, with the parameters that it uses.</summary>
internal sealed class SqlStatement(string text, SqlParameter[] parameters, string verb, bool touchesConnection)
{
    private string? positional;

    /// <summary>From after the statement before to the semicolon, which is part of it.</summary>
    public string Text { get; } = text;

    /// <summary>In the order in which SQLite counts them: the first is number 1.</summary>
    public SqlParameter[] Parameters { get; } = parameters;

    /// <summary>The first word, in capitals; after WITH, the word of what is done.</summary>
    public string Verb { get; } = verb;

    /// <summary>Whether it inserts, changes or deletes rows.</summary>
    public bool ChangesRows { get; } = verb is "INSERT" or "UPDATE" or "DELETE" or "REPLACE";

    /// <summary>Whether it only reads, as far as its first word says.</summary>
    public bool OnlyReads { get; } = verb is "SELECT" or "VALUES" or "EXPLAIN" or "PRAGMA";

    /// <summary>Whether it may change what belongs to the connection and not to the database: settings, attached files, temporary tables.</summary>
    public bool TouchesConnection { get; } = touchesConnection;

    /// <summary>The text with every parameter as <c>?1</c>, <c>?2</c> and so on, without gaps.</summary>
    public string Positional => positional ??= SqlRewriter.Positional(this);

    /// <summary>Whether a keyword stands anywhere in it, outside of quotes and comments.</summary>
    public bool Names(string keyword)
    {
        var lexer = new SqlLexer(Text);
        while (lexer.Next(out var token))
        {
            if (token.Is(Text, keyword)) return true;
        }

        return false;
    }
}

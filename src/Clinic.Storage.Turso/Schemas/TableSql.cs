namespace Clinic.Storage.Turso;

/// <summary>What no pragma tells and only the CREATE statement of a table says.</summary>
internal readonly record struct TableSql(bool IsVirtual, bool IsAutoIncrement, bool IsWithoutRowId, bool IsStrict)
{
    public static TableSql Of(string sql)
    {
        var lexer = new SqlLexer(sql);
        var depth = 0;
        var place = 0;
        bool isVirtual = false, isAutoIncrement = false, isStrict = false, isWithout = false, isWithoutRowId = false;
        while (lexer.Next(out var token))
        {
            // CREATE VIRTUAL TABLE; the arguments of modules are no SQL.
            if (place++ == 1) isVirtual = token.Is(sql, "VIRTUAL");
            if (isVirtual) break;
            if (token.Kind == SqlTokenKind.Other) depth += sql[token.Start] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0)
            {
                // A reserved word: outside of quotes it can be nothing else.
                isAutoIncrement |= token.Is(sql, "AUTOINCREMENT");
                continue;
            }

            isStrict |= place > 3 && token.Is(sql, "STRICT");
            isWithoutRowId |= isWithout && token.Is(sql, "ROWID");
            isWithout = token.Is(sql, "WITHOUT");
        }

        return new TableSql(isVirtual, isAutoIncrement, isWithoutRowId, isStrict);
    }
}

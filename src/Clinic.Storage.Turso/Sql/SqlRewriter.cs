using System.Globalization;
using System.Text;

namespace Clinic.Storage.Turso;

/// <summary>Writes a statement with numbered parameters only, because servers take either names or numbers.</summary>
internal static class SqlRewriter
{
    public static string Positional(SqlStatement statement)
    {
        if (IsPlain(statement.Parameters)) return statement.Text;
        var text = statement.Text.AsSpan();
        var places = new ParameterCounter();
        var compact = Compact(statement.Parameters);
        var result = new StringBuilder(text.Length);
        var from = 0;
        var lexer = new SqlLexer(text);
        while (lexer.Next(out var token))
        {
            if (token.Kind != SqlTokenKind.Variable) continue;
            var number = places.Add(text.Slice(token.Start, token.Length).ToString());
            result.Append(text[from..token.Start]).Append(CultureInfo.InvariantCulture, $"?{compact[number - 1]}");
            from = token.End;
        }

        return result.Append(text[from..]).ToString();
    }

    private static bool IsPlain(SqlParameter[] parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.IsNamed || parameter.IsGap) return false;
        }

        return true;
    }

    private static int[] Compact(SqlParameter[] parameters)
    {
        var numbers = new int[parameters.Length];
        var used = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!parameters[i].IsGap) numbers[i] = ++used;
        }

        return numbers;
    }
}

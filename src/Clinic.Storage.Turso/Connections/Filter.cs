using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>A SELECT whose conditions depend on what was asked; every value is a parameter.</summary>
internal sealed class Filter
{
    private readonly StringBuilder sql;
    private readonly List<SqlValue> values;

    /// <summary>Starts with a text that uses <c>?1</c> to <c>?n</c> for the first values.</summary>
    public Filter(string start, params ReadOnlySpan<SqlValue> first)
    {
        sql = new StringBuilder(start);
        values = [.. first];
    }

    /// <summary>Adds <c>AND condition ?n</c>; the condition ends in its operator.</summary>
    public Filter And(string condition, SqlValue value)
    {
        sql.Append(" AND ").Append(condition);
        return Value(value);
    }

    /// <summary>Adds <c>AND condition</c> with no value.</summary>
    public Filter And(string condition)
    {
        sql.Append(" AND ").Append(condition);
        return this;
    }

    /// <summary>Adds <c>AND condition</c>, in which <c>{0}</c>, <c>{1}</c> and so on stand for values, as often as needed.</summary>
    public Filter Where([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string condition, params ReadOnlySpan<SqlValue> used)
    {
        var places = new object[used.Length];
        for (var i = 0; i < used.Length; i++)
        {
            values.Add(used[i]);
            places[i] = $"?{values.Count}";
        }

        return And(string.Format(CultureInfo.InvariantCulture, condition, places));
    }

    /// <summary>Adds that a column holds any of these texts; no more than two statements come of it, however many they are.</summary>
    public Filter AnyOf(string column, string[] texts) => texts.Length == 1
        ? And($"{column} =", texts[0])
        : Where(column + " IN (SELECT value FROM json_each({0}))", JsonSerializer.Serialize(texts));

    /// <summary>Closes a bracket that a condition opened.</summary>
    public Filter Close()
    {
        sql.Append(')');
        return this;
    }

    /// <summary>Ends with an order and the most rows.</summary>
    public (string Sql, SqlValue[] Values) End(string order, int most)
    {
        sql.Append(' ').Append(order).Append(" LIMIT");
        Value(most);
        return (sql.ToString(), [.. values]);
    }

    private Filter Value(SqlValue value)
    {
        values.Add(value);
        sql.Append(CultureInfo.InvariantCulture, $" ?{values.Count}");
        return this;
    }
}

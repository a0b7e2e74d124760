using System.Globalization;
using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>Reads answers; unknown fields are skipped, missing ones are errors.</summary>
internal static class HranaReader
{
    public static HranaAnswer Answer(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        Expect(ref json, JsonTokenType.StartObject);
        string? baton = null, baseUrl = null;
        List<HranaReply>? replies = null;
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("baton"u8)) baton = NextText(ref json);
            else if (json.ValueTextEquals("base_url"u8)) baseUrl = NextText(ref json);
            else if (json.ValueTextEquals("results"u8)) replies = NextArray(ref json, Reply);
            else NextSkip(ref json);
        }

        return new HranaAnswer(baton, baseUrl, replies ?? throw new FormatException("The answer has no results."));
    }

    /// <summary>An error object; also for the bodies of refused requests.</summary>
    public static HranaError Error(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.StartObject);
        string? message = null, code = null;
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("message"u8) || json.ValueTextEquals("error"u8)) message = NextText(ref json);
            else if (json.ValueTextEquals("code"u8)) code = NextText(ref json);
            else NextSkip(ref json);
        }

        return new HranaError(message ?? "", code ?? "");
    }

    public static HranaColumn Column(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.StartObject);
        string? name = null, type = null;
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("name"u8)) name = NextText(ref json);
            else if (json.ValueTextEquals("decltype"u8)) type = NextText(ref json);
            else NextSkip(ref json);
        }

        return new HranaColumn(name ?? "", type);
    }

    public static SqlValue[] Row(ref Utf8JsonReader json, int columns)
    {
        Expect(ref json, JsonTokenType.StartArray);
        var row = new SqlValue[columns];
        for (var i = 0; i < columns; i++)
        {
            json.Read();
            row[i] = HranaValues.Read(ref json);
        }

        json.Read();
        Expect(ref json, JsonTokenType.EndArray);
        return row;
    }

    public delegate T ReadOne<out T>(ref Utf8JsonReader json);

    public static List<T> NextArray<T>(ref Utf8JsonReader json, ReadOne<T> one)
    {
        json.Read();
        Expect(ref json, JsonTokenType.StartArray);
        var all = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) all.Add(one(ref json));
        return all;
    }

    /// <summary>Goes to the next name of an object; false at its end.</summary>
    public static bool NextProperty(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    public static string? NextText(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    /// <summary>A number as pipelines send it, a text, and as cursors do, a number.</summary>
    public static long? NextNumber(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.Number => json.GetInt64(),
            _ => long.Parse(json.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        };
    }

    public static void NextSkip(ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    public static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (json.TokenType != type) throw new FormatException($"The answer has {json.TokenType} where {type} belongs.");
    }

    private static HranaReply Reply(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.StartObject);
        HranaReply? reply = null;
        while (NextProperty(ref json))
        {
            if (json.ValueTextEquals("response"u8))
            {
                json.Read();
                reply = HranaResults.Response(ref json);
            }
            else if (json.ValueTextEquals("error"u8))
            {
                json.Read();
                reply = new HranaReply { Type = "error", Error = Error(ref json) };
            }
            else
            {
                NextSkip(ref json);
            }
        }

        return reply ?? throw new FormatException("A result is neither an answer nor an error.");
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>Reads values of rows; what cannot be kept exactly is an error, never another value.</summary>
internal static class HranaValues
{
    /// <summary>Reads one value; the reader stands at its brace, and then at its end.</summary>
    public static SqlValue Read(ref Utf8JsonReader json)
    {
        HranaReader.Expect(ref json, JsonTokenType.StartObject);
        var kind = SqlValueKind.Null;
        var known = false;
        Utf8JsonReader at = default;
        while (HranaReader.NextProperty(ref json))
        {
            if (json.ValueTextEquals("type"u8))
            {
                json.Read();
                kind = Kind(ref json);
                known = true;
            }
            else
            {
                var isValue = json.ValueTextEquals("value"u8) || json.ValueTextEquals("base64"u8);
                json.Read();
                if (isValue) at = json;
                json.Skip();
            }
        }

        return known ? Value(kind, ref at) : throw new FormatException("A value has no type.");
    }

    private static SqlValueKind Kind(ref Utf8JsonReader json) =>
        json.ValueTextEquals("text"u8) ? SqlValueKind.Text
        : json.ValueTextEquals("integer"u8) ? SqlValueKind.Integer
        : json.ValueTextEquals("null"u8) ? SqlValueKind.Null
        : json.ValueTextEquals("float"u8) ? SqlValueKind.Real
        : json.ValueTextEquals("blob"u8) ? SqlValueKind.Blob
        : throw new FormatException("A value has an unknown type.");

    private static SqlValue Value(SqlValueKind kind, ref Utf8JsonReader at) => kind switch
    {
        SqlValueKind.Null => SqlValue.Null,
        SqlValueKind.Integer => long.Parse(at.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        SqlValueKind.Text => SqlValue.Received(at.GetString() ?? throw new FormatException("A text has no value.")),
        SqlValueKind.Real => Real(ref at),
        _ => Blob(ref at),
    };

    // Servers send null for infinities, so it is unknown which of them it was.
    private static SqlValue Real(ref Utf8JsonReader at) =>
        at.TokenType == JsonTokenType.Number
            ? at.GetDouble()
            : throw new FormatException("A row holds an infinite number, which the protocol of the server cannot carry.");

    private static SqlValue Blob(ref Utf8JsonReader at)
    {
        if (at.TokenType != JsonTokenType.String || at.HasValueSequence) throw new FormatException("A blob has no value.");
        if (at.ValueIsEscaped) return Decoded(System.Text.Encoding.ASCII.GetBytes(at.GetString()!));
        return Decoded(at.ValueSpan);
    }

    private static SqlValue Decoded(ReadOnlySpan<byte> base64)
    {
        var text = base64.TrimEnd((byte)'=');
        var bytes = new byte[text.Length / 4 * 3 + (text.Length % 4) switch { 2 => 1, 3 => 2, 0 => 0, _ => throw new FormatException("A blob is no base64.") }];
        var whole = text.Length / 4 * 4;
        var status = Base64.DecodeFromUtf8(text[..whole], bytes, out _, out var written);
        if (status == OperationStatus.Done && whole < text.Length)
        {
            Span<byte> last = [(byte)'=', (byte)'=', (byte)'=', (byte)'='];
            text[whole..].CopyTo(last);
            status = Base64.DecodeFromUtf8(last, bytes.AsSpan(written), out _, out _);
        }

        return status == OperationStatus.Done ? bytes : throw new FormatException("A blob is no base64.");
    }
}

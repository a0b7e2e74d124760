using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>One line of a cursor's answer.</summary>
internal readonly struct HranaCursorEntry
{
    public string Type { get; private init; }

    public string? Baton { get; private init; }

    public string? BaseUrl { get; private init; }

    public IReadOnlyList<HranaColumn> Columns { get; private init; }

    public SqlValue[]? Row { get; private init; }

    public long Affected { get; private init; }

    public long? LastInsertRowId { get; private init; }

    public HranaError? Error { get; private init; }

    public static HranaCursorEntry Read(ReadOnlySpan<byte> line, int columns)
    {
        var json = new Utf8JsonReader(line);
        json.Read();
        HranaReader.Expect(ref json, JsonTokenType.StartObject);
        var type = "";
        string? baton = null, baseUrl = null;
        List<HranaColumn> cols = [];
        SqlValue[]? row = null;
        long affected = 0;
        long? rowId = null;
        HranaError? error = null;
        while (HranaReader.NextProperty(ref json))
        {
            if (json.ValueTextEquals("type"u8)) type = HranaReader.NextText(ref json) ?? "";
            else if (json.ValueTextEquals("row"u8)) row = NextRow(ref json, columns);
            else if (json.ValueTextEquals("cols"u8)) cols = HranaReader.NextArray(ref json, HranaReader.Column);
            else if (json.ValueTextEquals("affected_row_count"u8)) affected = HranaReader.NextNumber(ref json) ?? 0;
            else if (json.ValueTextEquals("last_insert_rowid"u8)) rowId = HranaReader.NextNumber(ref json);
            else if (json.ValueTextEquals("error"u8)) error = NextError(ref json);
            else if (json.ValueTextEquals("baton"u8)) baton = HranaReader.NextText(ref json);
            else if (json.ValueTextEquals("base_url"u8)) baseUrl = HranaReader.NextText(ref json);
            else HranaReader.NextSkip(ref json);
        }

        return new HranaCursorEntry
        {
            Type = type,
            Baton = baton,
            BaseUrl = baseUrl,
            Columns = cols,
            Row = row,
            Affected = affected,
            LastInsertRowId = rowId,
            Error = error,
        };
    }

    private static SqlValue[] NextRow(ref Utf8JsonReader json, int columns)
    {
        json.Read();
        return HranaReader.Row(ref json, columns);
    }

    private static HranaError NextError(ref Utf8JsonReader json)
    {
        json.Read();
        return HranaReader.Error(ref json);
    }
}

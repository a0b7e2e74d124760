using System.Text.Json;

namespace Clinic.Storage.Turso;

/// <summary>Reads the results of statements and batches.</summary>
internal static class HranaResults
{
    public static HranaReply Response(ref Utf8JsonReader json)
    {
        HranaReader.Expect(ref json, JsonTokenType.StartObject);
        var type = "";
        bool? isAutocommit = null;
        Utf8JsonReader at = default;
        while (HranaReader.NextProperty(ref json))
        {
            if (json.ValueTextEquals("type"u8))
            {
                type = HranaReader.NextText(ref json) ?? "";
            }
            else if (json.ValueTextEquals("is_autocommit"u8))
            {
                json.Read();
                isAutocommit = json.GetBoolean();
            }
            else
            {
                var isResult = json.ValueTextEquals("result"u8);
                json.Read();
                if (isResult) at = json;
                json.Skip();
            }
        }

        return type switch
        {
            "execute" => new HranaReply { Type = type, Result = Statement(ref at) },
            "batch" => new HranaReply { Type = type, Batch = Batch(ref at) },
            "describe" => new HranaReply { Type = type, Parameters = Parameters(ref at) },
            _ => new HranaReply { Type = type, IsAutocommit = isAutocommit },
        };
    }

    private static HranaResult Statement(ref Utf8JsonReader json)
    {
        HranaReader.Expect(ref json, JsonTokenType.StartObject);
        List<HranaColumn>? columns = null;
        List<SqlValue[]> rows = [];
        long affected = 0;
        long? rowId = null, index = null;
        while (HranaReader.NextProperty(ref json))
        {
            if (json.ValueTextEquals("cols"u8)) columns = HranaReader.NextArray(ref json, HranaReader.Column);
            else if (json.ValueTextEquals("rows"u8)) rows = Rows(ref json, columns ?? throw new FormatException("Rows came before their columns."));
            else if (json.ValueTextEquals("affected_row_count"u8)) affected = HranaReader.NextNumber(ref json) ?? 0;
            else if (json.ValueTextEquals("last_insert_rowid"u8)) rowId = HranaReader.NextNumber(ref json);
            else if (json.ValueTextEquals("replication_index"u8)) index = HranaReader.NextNumber(ref json);
            else HranaReader.NextSkip(ref json);
        }

        return new HranaResult
        {
            Columns = columns ?? throw new FormatException("A result has no columns."),
            Rows = rows,
            Affected = affected,
            LastInsertRowId = rowId,
            ReplicationIndex = index,
        };
    }

    private static List<SqlValue[]> Rows(ref Utf8JsonReader json, List<HranaColumn> columns) =>
        HranaReader.NextArray(ref json, (ref Utf8JsonReader j) => HranaReader.Row(ref j, columns.Count));

    private static HranaBatchResult Batch(ref Utf8JsonReader json)
    {
        HranaReader.Expect(ref json, JsonTokenType.StartObject);
        List<HranaResult?>? results = null;
        List<HranaError?>? errors = null;
        long? index = null;
        while (HranaReader.NextProperty(ref json))
        {
            if (json.ValueTextEquals("step_results"u8)) results = HranaReader.NextArray(ref json, StatementOrNull);
            else if (json.ValueTextEquals("step_errors"u8)) errors = HranaReader.NextArray(ref json, ErrorOrNull);
            else if (json.ValueTextEquals("replication_index"u8)) index = HranaReader.NextNumber(ref json);
            else HranaReader.NextSkip(ref json);
        }

        if (results is null || errors is null || results.Count != errors.Count) throw new FormatException("A batch has not one outcome for each step.");
        return new HranaBatchResult { Results = results, Errors = errors, ReplicationIndex = index };
    }

    private static List<string?> Parameters(ref Utf8JsonReader json)
    {
        HranaReader.Expect(ref json, JsonTokenType.StartObject);
        List<string?> names = [];
        while (HranaReader.NextProperty(ref json))
        {
            if (json.ValueTextEquals("params"u8)) names = HranaReader.NextArray(ref json, ParameterName);
            else HranaReader.NextSkip(ref json);
        }

        return names;
    }

    private static string? ParameterName(ref Utf8JsonReader json) => HranaReader.Column(ref json).Name is { Length: > 0 } name ? name : null;

    private static HranaResult? StatementOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : Statement(ref json);

    private static HranaError? ErrorOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : HranaReader.Error(ref json);
}

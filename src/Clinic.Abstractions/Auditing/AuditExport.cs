using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Clinic.Abstractions;

/// <summary>The whole audit of a tenant as JSON lines: a head, the seals, then the rows in order. The same bytes in every culture.</summary>
public static class AuditExport
{
    private const string Form = "clinic.audit-export/1";
    private const int AtOnce = 500;

    /// <summary>Writes the audit with its seals.</summary>
    /// <returns>How many rows were written.</returns>
    public static async Task<long> WriteAsync(IAuditSealStore store, TenantId tenant, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(output);
        await LineAsync(output, json => Head(json, tenant), cancellationToken).ConfigureAwait(false);
        await foreach (var seal in SealsAsync(store, tenant, cancellationToken).ConfigureAwait(false))
            await LineAsync(output, json => Write(json, seal), cancellationToken).ConfigureAwait(false);
        var rows = 0L;
        await foreach (var row in RowsAsync(store, tenant, cancellationToken).ConfigureAwait(false))
        {
            await LineAsync(output, json => Write(json, row), cancellationToken).ConfigureAwait(false);
            rows++;
        }

        return rows;
    }

    /// <summary>Compares the stored audit with its seals.</summary>
    /// <exception cref="AuditKeyMissingException">A seal was made under a key that is not given.</exception>
    public static async Task<AuditFindings> VerifyAsync(
        IAuditSealStore store, TenantId tenant, AuditSealKeyRing keys, PublishedSeal? published = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var seals = new List<AuditSeal>();
        await foreach (var seal in SealsAsync(store, tenant, cancellationToken).ConfigureAwait(false)) seals.Add(seal);
        var verification = new AuditVerification(tenant, seals, keys, published);
        var rows = 0L;
        await foreach (var row in RowsAsync(store, tenant, cancellationToken).ConfigureAwait(false))
        {
            verification.Accept(row);
            rows++;
        }

        return new(tenant, rows, seals.Count, verification.SealedTo, verification.Unsealed, verification.Finish());
    }

    /// <summary>Compares an exported audit with the seals in it; needs no database.</summary>
    /// <exception cref="FormatException">The file is no export of an audit; the message names the line.</exception>
    /// <exception cref="AuditKeyMissingException">A seal was made under a key that is not given.</exception>
    public static async Task<AuditFindings> VerifyAsync(
        TextReader export, AuditSealKeyRing keys, PublishedSeal? published = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(export);
        var tenant = default(TenantId);
        var seals = new List<AuditSeal>();
        AuditVerification? verification = null;
        var (line, rows) = (0L, 0L);
        while (await export.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } text)
        {
            line++;
            try
            {
                using var json = JsonDocument.Parse(text);
                var root = json.RootElement;
                if (line == 1) tenant = ReadHead(root);
                else if (verification is null && root.TryGetProperty("seal", out var seal)) seals.Add(ReadSeal(seal) with { Tenant = tenant });
                else
                {
                    verification ??= new AuditVerification(tenant, seals, keys, published);
                    verification.Accept(ReadRow(root));
                    rows++;
                }
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
            {
                throw new FormatException(FormattableString.Invariant($"Line {line} is no line of an audit export."), e);
            }
        }

        if (line == 0) throw new FormatException("The file is empty; it is no audit export.");
        verification ??= new AuditVerification(tenant, seals, keys, published);
        return new(tenant, rows, seals.Count, verification.SealedTo, verification.Unsealed, verification.Finish());
    }

    private static async IAsyncEnumerable<AuditSeal> SealsAsync(IAuditSealStore store, TenantId tenant, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0L; ;)
        {
            var seals = await store.SealsAsync(tenant, after, AtOnce, ct).ConfigureAwait(false);
            foreach (var seal in seals) yield return seal;
            if (seals.Count < AtOnce) yield break;
            after = seals[^1].Number;
        }
    }

    private static async IAsyncEnumerable<AuditRow> RowsAsync(IAuditSealStore store, TenantId tenant, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var row in await store.StrayRowsAsync(tenant, AtOnce, ct).ConfigureAwait(false)) yield return row;
        for (var after = 0L; ;)
        {
            var rows = await store.RowsAsync(tenant, after, AtOnce, ct).ConfigureAwait(false);
            foreach (var row in rows) yield return row;
            if (rows.Count < AtOnce) yield break;
            after = rows[^1].Position!.Value;
        }
    }

    private static async Task LineAsync(Stream output, Action<Utf8JsonWriter> write, CancellationToken ct)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line)) write(json);
        line.Write("\n"u8);
        await output.WriteAsync(line.WrittenMemory, ct).ConfigureAwait(false);
    }

    private static void Head(Utf8JsonWriter json, TenantId tenant)
    {
        json.WriteStartObject();
        json.WriteString("export", Form);
        json.WriteString("tenant", tenant.ToString());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AuditSeal s)
    {
        json.WriteStartObject();
        json.WriteStartObject("seal");
        json.WriteNumber("number", s.Number);
        json.WriteNumber("from", s.From);
        json.WriteNumber("to", s.To);
        json.WriteString("keyId", s.KeyId);
        json.WriteNumber("at", s.At.ToUnixTimeMicroseconds());
        json.WriteString("previous", s.Previous);
        json.WriteBase64String("marks", s.Marks.Span);
        json.WriteString("hash", s.Hash);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AuditRow row)
    {
        json.WriteStartObject();
        for (var i = 0; i < AuditRow.Columns.Count; i++) json.WriteString(AuditRow.Columns[i], row.Values[i]);
        json.WriteEndObject();
    }

    private static TenantId ReadHead(JsonElement head) =>
        head.GetProperty("export").GetString() == Form
            ? TenantId.Parse(head.GetProperty("tenant").GetString() ?? "")
            : throw new FormatException("The first line is no head of an export.");

    private static AuditSeal ReadSeal(JsonElement s) => new(
        default, s.GetProperty("number").GetInt64(), s.GetProperty("from").GetInt64(), s.GetProperty("to").GetInt64(), s.GetProperty("keyId").GetString()!,
        InstantExtensions.FromUnixTimeMicroseconds(s.GetProperty("at").GetInt64()), s.GetProperty("previous").GetString()!,
        s.GetProperty("marks").GetBytesFromBase64(), s.GetProperty("hash").GetString()!);

    private static AuditRow ReadRow(JsonElement row)
    {
        if (row.EnumerateObject().Count() != AuditRow.Columns.Count) throw new FormatException("The row has other columns.");
        return new([.. AuditRow.Columns.Select(c => row.GetProperty(c).GetString())]);
    }
}

using System.Globalization;
using System.Text.Json;

namespace Clinic.Abstractions;

/// <summary>An audit entry exactly as it is stored: every column as text, so that any change of it can be seen.</summary>
public sealed class AuditRow
{
    private const int PositionAt = 0;
    private const int IdAt = 1;

    private readonly string?[] values;

    /// <summary>A row of values in the order of <see cref="Columns"/>.</summary>
    /// <exception cref="ArgumentException">There are more or fewer values than columns.</exception>
    public AuditRow(IReadOnlyList<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Columns.Count) throw new ArgumentException($"An audit row has {Columns.Count} values; {values.Count} were given.", nameof(values));
        this.values = [.. values];
    }

    /// <summary>The columns in the order in which they are sealed; the tenant is sealed beside them.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "position", "id", "site_id", "at", "actor_id", "source", "command_id", "command_name", "action", "subject_kind", "subject_id", "outcome",
        "codes", "note", "session", "method", "endpoint", "request_hash", "response_hash", "source_refs",
    ];

    /// <summary>The values in the order of <see cref="Columns"/>.</summary>
    public IReadOnlyList<string?> Values => values;

    /// <summary>The place among all entries of the tenant, from 1; null when the row has none.</summary>
    public long? Position =>
        long.TryParse(values[PositionAt], NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position > 0 ? position : null;

    /// <summary>The id as stored.</summary>
    public string Id => values[IdAt] ?? "";

    /// <summary>The row of an entry.</summary>
    public static AuditRow Of(AuditEntry entry, long position)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(
        [
            position.ToString(CultureInfo.InvariantCulture), ClinicId.Text(entry.Id), entry.Site.ToString(),
            entry.At.ToUnixTimeMicroseconds().ToString(CultureInfo.InvariantCulture), entry.Actor.ToString(), entry.Source, entry.Command.ToString(),
            entry.CommandName, entry.Action, entry.Subject?.Kind, entry.Subject is { } subject ? ClinicId.Text(subject.Id) : null,
            entry.Outcome == AuditOutcome.Accepted ? "accepted" : "refused", JsonSerializer.Serialize(entry.Codes), entry.Note,
            entry.Request?.Session, entry.Request?.Method, entry.Request?.Endpoint, entry.RequestHash, entry.ResponseHash,
            entry.References is { } references ? JsonSerializer.Serialize(references) : null,
        ]);
    }

    /// <summary>Position and id only.</summary>
    public override string ToString() => $"{values[PositionAt]} {values[IdAt]}";
}

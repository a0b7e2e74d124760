using System.Text.Json;
using Clinic.Abstractions;

namespace Clinic.Storage.Turso;

/// <summary>Follows the changes of chosen tables by triggers that are part of every commit, whoever writes.</summary>
/// <remarks>The triggers are made from the live schema, and anew with every migration. Images hold what the table holds: what is encrypted stays so.</remarks>
public sealed class ChangeTrail
{
    // Of secrets nothing is kept but which row changed, and where the key tells something, not even that.
    private static readonly Dictionary<string, ChangeDetail> MostDetail = new(StringComparer.Ordinal)
    {
        ["credentials"] = ChangeDetail.Id,
        ["badge_lookups"] = ChangeDetail.Off,
        ["credential_attempts"] = ChangeDetail.Off,
        ["changes"] = ChangeDetail.Off,
        // Words go when their time is over; an image of them would stay.
        ["conversation_entries"] = ChangeDetail.Id,
    };

    private const string Settings = "SELECT table_name, detail FROM change_settings ORDER BY table_name";

    private const string Columns = "SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid";

    private readonly ClinicDatabase source;

    internal ChangeTrail(ClinicDatabase source) => this.source = source;

    /// <summary>The followed tables with how closely each is followed.</summary>
    public async Task<IReadOnlyDictionary<string, ChangeDetail>> FollowedAsync(CancellationToken cancellationToken = default) =>
        (await source.ListAsync(Settings, [], Read, cancellationToken).ConfigureAwait(false)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Follows a table from now on, more or less closely, or no more; what was written stays.</summary>
    /// <exception cref="ArgumentException">There is no such table of a clinic, or it holds secrets and may not be followed so closely.</exception>
    public async Task FollowAsync(string table, ChangeDetail detail, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(table);
        if (!Enum.IsDefined(detail)) throw new ArgumentOutOfRangeException(nameof(detail), detail, "No such detail.");
        if (MostDetail.TryGetValue(table, out var most) && detail > most)
            throw new ArgumentException($"The table {table} holds secrets or is the trail itself; the most that may be kept of it is '{most}'.", nameof(detail));
        await source.MigrateAsync(async (target, ct) =>
        {
            if (!(await ColumnsAsync(target, table, ct).ConfigureAwait(false)).Any(c => c.Name == "tenant_id"))
                throw new ArgumentException($"There is no table {table} that belongs to clinics.", nameof(table));
            await target.ScriptAsync(ChangeTriggers.Drop(table), ct).ConfigureAwait(false);
            await target.ExecuteAsync("DELETE FROM change_settings WHERE table_name = ?1", [table], ct).ConfigureAwait(false);
            if (detail == ChangeDetail.Off) return 0;
            await target.ExecuteAsync("INSERT INTO change_settings (table_name, detail) VALUES (?1, ?2)", [table, SqlValue.Of(detail)], ct).ConfigureAwait(false);
            await CreateAsync(target, table, detail, ct).ConfigureAwait(false);
            return 1;
        }, keep: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes of a clinic in their order, of one table and one row or of all; paged.</summary>
    /// <param name="tenant">The clinic.</param>
    /// <param name="table">The table; null takes all.</param>
    /// <param name="rowKey">The parts of the row's key after the tenant; null takes all rows.</param>
    /// <param name="page">Which page; its mark is a position.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Page<TableChange>> ListAsync(
        TenantId tenant, string? table, IReadOnlyList<object>? rowKey, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        var filter = new Filter("SELECT position, table_name, row_key, change, before, after FROM changes WHERE tenant_id = ?1", tenant.Value);
        if (table is not null) filter.And("table_name =", table);
        if (rowKey is not null) filter.And("row_key =", JsonSerializer.Serialize(rowKey));
        if (page.After is { } after) filter.And("position >", long.Parse(after, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture));
        var (sql, values) = filter.End("ORDER BY position", page.Size + 1);
        var found = await source.ListAsync(
            sql, values, r => new TableChange(r.Long(0), r.Text(1), r.Text(2), r.Text(3), r.TextOrNull(4), r.TextOrNull(5)), cancellationToken).ConfigureAwait(false);
        return Paging.Cut(found, page, c => c.Position.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Takes the triggers away before a migration, which may alter the columns that they name.</summary>
    internal static async Task SuspendAsync(IMigrationTarget target, CancellationToken cancellationToken)
    {
        foreach (var (table, _) in await SettingsAsync(target, cancellationToken).ConfigureAwait(false))
            await target.ScriptAsync(ChangeTriggers.Drop(table), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the triggers again from the schema as it is now, in the same transaction; tables that went are followed no more.</summary>
    internal static async Task ResumeAsync(IMigrationTarget target, CancellationToken cancellationToken)
    {
        foreach (var (table, detail) in await SettingsAsync(target, cancellationToken).ConfigureAwait(false))
        {
            if ((await ColumnsAsync(target, table, cancellationToken).ConfigureAwait(false)).Count == 0)
                await target.ExecuteAsync("DELETE FROM change_settings WHERE table_name = ?1", [table], cancellationToken).ConfigureAwait(false);
            else await CreateAsync(target, table, detail, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<List<KeyValuePair<string, ChangeDetail>>> SettingsAsync(IMigrationTarget target, CancellationToken ct)
    {
        var there = await target.QueryAsync("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'change_settings'", [], r => r.Long(0), ct).ConfigureAwait(false);
        return there.Count == 0 ? [] : await target.QueryAsync(Settings, [], Read, ct).ConfigureAwait(false);
    }

    private static Task<List<ChangeColumn>> ColumnsAsync(IMigrationTarget target, string table, CancellationToken ct) =>
        target.QueryAsync(Columns, [table], r => new ChangeColumn(r.Text(0), r.Int(1)), ct);

    private static async Task CreateAsync(IMigrationTarget target, string table, ChangeDetail detail, CancellationToken ct) =>
        await target.ScriptAsync(ChangeTriggers.Create(table, await ColumnsAsync(target, table, ct).ConfigureAwait(false), detail), ct).ConfigureAwait(false);

    private static KeyValuePair<string, ChangeDetail> Read(Row r) => new(r.Text(0), r.Enum<ChangeDetail>(1));
}

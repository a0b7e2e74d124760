using Clinic.Abstractions;

namespace Clinic.Storage.Remote.Tests;

/// <summary>Guards mean the same on a server as in a file, and cost one request also when they fail.</summary>
public class RemoteGuardTests(Servers servers)
{
    private static readonly FactKey Fact = new("core.test", Guid.CreateVersion7());

    private const string Insert = "INSERT INTO credential_attempts (tenant_id, subject, attempts, is_refused) VALUES (?1, ?2, 1, 0)";

    [Theory]
    [InlineData("UPDATE credential_attempts SET attempts = 2 WHERE subject = 'none'", false)]
    [InlineData("UPDATE credential_attempts SET attempts = 2", false)]
    [InlineData("UPDATE credential_attempts SET attempts = 2 WHERE subject = 'a'", true)]
    public async Task One_row_means_exactly_one(string sql, bool holds) => await ExpectAsync(holds, sql, Guard.OneRow(Fact));

    [Theory]
    [InlineData("SELECT 1", true)]
    [InlineData("SELECT -1", true)]
    [InlineData("WITH w (x) AS (SELECT 2) SELECT x FROM w -- why", true)]
    [InlineData("SELECT 0", false)]
    [InlineData("SELECT NULL", false)]
    [InlineData("SELECT 1 WHERE 0", false)]
    [InlineData("SELECT 1 UNION ALL SELECT 1", false)]
    [InlineData("SELECT 1 UNION ALL SELECT 0", false)]
    public async Task Holds_means_one_row_that_is_not_zero(string sql, bool holds) => await ExpectAsync(holds, sql, Guard.Holds(Fact));

    [Fact]
    public async Task A_unique_key_and_a_check_that_fail_are_conflicts_that_keep_the_cause()
    {
        await using var stores = await SeededAsync();

        var taken = await ConflictAsync(stores, "INSERT INTO credential_attempts VALUES ('t', 'a', 1, NULL, 0)", Guard.OneRow(Fact));
        var check = await ConflictAsync(stores, "INSERT INTO credential_attempts VALUES ('t', 'c', 1, NULL, 7)", Guard.None);

        Assert.Equal([Fact], taken.Facts);
        Assert.Empty(check.Facts);
        Assert.Equal(TursoErrorKind.Unique, Assert.IsType<TursoException>(taken.InnerException).Kind);
        Assert.Equal(TursoErrorKind.Check, Assert.IsType<TursoException>(check.InnerException).Kind);
    }

    [Fact]
    public async Task A_missing_parent_row_is_an_error_that_names_the_fact()
    {
        await using var stores = await SeededAsync();

        var e = await Clients.FailsAsync(TursoErrorKind.ForeignKey, () => CommitAsync(stores, "INSERT INTO person_roles VALUES ('t', 'p', 'nurse')", Guard.OneRow(Fact)));

        Assert.Equal(787, e.SqliteExtendedErrorCode);
        Assert.Contains(Fact.ToString(), e.Message, StringComparison.Ordinal);
        Assert.False(e.IsTransient);
    }

    [Theory]
    [InlineData("UPDATE commands SET answer = '{}'")]
    [InlineData("DELETE FROM commands")]
    [InlineData("UPDATE audit_log SET note = 'x'")]
    [InlineData("DELETE FROM audit_log")]
    public async Task What_is_append_only_cannot_be_changed(string sql)
    {
        await using var stores = await SeededAsync();

        var e = await Clients.FailsAsync(TursoErrorKind.Trigger, () => stores.Database.WriteAsync(sql, [], TestContext.Current.CancellationToken));

        Assert.Contains("append-only", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_writers_of_one_row_all_succeed_one_after_the_other()
    {
        await using var stores = await SeededAsync();

        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => stores.CommitAsync(unit =>
            TursoUnit.Of(unit).Add("UPDATE credential_attempts SET attempts = attempts + 1 WHERE subject = 'a'", Guard.OneRow(Fact)))));

        var attempts = await stores.Database.ListAsync("SELECT attempts FROM credential_attempts WHERE subject = 'a'", [], r => r.Int(0), TestContext.Current.CancellationToken);
        Assert.Equal(25, attempts.Single());
    }

    private async Task ExpectAsync(bool holds, string sql, Guard guard)
    {
        await using var stores = await SeededAsync();
        if (holds) await CommitAsync(stores, sql, guard);
        else Assert.Equal([Fact], (await ConflictAsync(stores, sql, guard)).Facts);
        Assert.Equal(holds ? 3 : 2, await stores.CountAsync("credential_attempts"));
    }

    private async Task<RemoteStores> SeededAsync()
    {
        var stores = await RemoteStores.MakeAsync(servers);
        await stores.CommitAsync(unit =>
        {
            TursoUnit.Of(unit).Add(Insert, Guard.OneRow(Fact), "t", "a");
            TursoUnit.Of(unit).Add(Insert, Guard.OneRow(Fact), "t", "b");
        });
        return stores;
    }

    private static Task<ConcurrencyConflictException> ConflictAsync(RemoteStores stores, string sql, Guard guard) =>
        Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(stores, sql, guard));

    // Through the database itself, so that nothing but the commit is counted.
    private static async Task CommitAsync(RemoteStores stores, string sql, Guard guard)
    {
        Step[] plan = [new(Insert, ["t", "before"], Guard.OneRow(Fact)), new(sql, [], guard)];
        var before = stores.RoundTrips;
        try
        {
            await stores.Database.CommitAsync(plan, TestContext.Current.CancellationToken);
        }
        finally
        {
            Assert.Equal(1, stores.RoundTrips - before);
        }
    }
}

using Clinic.Abstractions;

namespace Clinic.Storage.Turso.Tests;

public class GuardTests
{
    private static readonly FactKey Fact = new("core.test", Guid.CreateVersion7());

    private const string Insert = "INSERT INTO credential_attempts (tenant_id, subject, attempts, is_refused) VALUES (?1, ?2, 1, 0)";

    public static TheoryData<string, bool> Cases { get; } = new()
    {
        { "UPDATE credential_attempts SET attempts = 2 WHERE subject = 'none'", false },
        { "UPDATE credential_attempts SET attempts = 2", false },
        { "UPDATE credential_attempts SET attempts = 2 WHERE subject = 'a'", true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task One_row_means_exactly_one(string sql, bool holds)
    {
        await using var stores = await SeededAsync();

        await ExpectAsync(stores, holds, sql, Guard.OneRow(Fact));
    }

    [Theory]
    [InlineData("SELECT 1", true)]
    [InlineData("SELECT -1", true)]
    [InlineData("SELECT 0", false)]
    [InlineData("SELECT NULL", false)]
    [InlineData("SELECT 1 WHERE 0", false)]
    [InlineData("SELECT 1 UNION ALL SELECT 1", false)]
    public async Task Holds_means_one_row_that_is_not_zero(string sql, bool holds)
    {
        await using var stores = await SeededAsync();

        await ExpectAsync(stores, holds, sql, Guard.Holds(Fact));
    }

    [Fact]
    public async Task A_unique_key_and_a_check_that_fail_are_conflicts_that_keep_the_cause()
    {
        await using var stores = await SeededAsync();

        var taken = await ConflictAsync(stores, "INSERT INTO credential_attempts VALUES ('t', 'a', 1, NULL, 0)", Guard.OneRow(Fact));
        var check = await ConflictAsync(stores, "INSERT INTO credential_attempts VALUES ('t', 'c', 1, NULL, 7)", Guard.None);

        Assert.Equal([Fact], taken.Facts);
        Assert.Empty(check.Facts);
        Assert.IsType<Microsoft.Data.Sqlite.SqliteException>(taken.InnerException);
    }

    [Fact]
    public async Task A_missing_parent_row_is_an_error_that_names_the_fact()
    {
        await using var stores = await SeededAsync();

        var e = await Assert.ThrowsAsync<TursoException>(
            () => CommitAsync(stores, "INSERT INTO person_roles VALUES ('t', 'p', 'nurse')", Guard.OneRow(Fact)));

        Assert.Equal(787, e.SqliteExtendedErrorCode);
        Assert.Contains(Fact.ToString(), e.Message, StringComparison.Ordinal);
        Assert.False(e.IsTransient);
    }

    [Theory]
    [InlineData("UPDATE commands SET answer = '{}'")]
    [InlineData("DELETE FROM commands")]
    [InlineData("REPLACE INTO commands SELECT * FROM commands")]
    [InlineData("UPDATE audit_log SET note = 'x'")]
    [InlineData("DELETE FROM audit_log")]
    [InlineData("REPLACE INTO audit_log SELECT * FROM audit_log")]
    public async Task What_is_append_only_cannot_be_changed(string sql)
    {
        await using var stores = await SeededAsync();
        await stores.CommitAsync(_ => { });

        var e = await Assert.ThrowsAsync<TursoException>(() => stores.Source.WriteAsync(sql, [], TestContext.Current.CancellationToken));

        Assert.Contains("append-only", e.Message, StringComparison.Ordinal);
        Assert.Single((await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), PageRequest.First, TestContext.Current.CancellationToken)).Items);
    }

    [Fact]
    public async Task A_kind_of_fact_that_nobody_registered_is_named()
    {
        await using var stores = await SeededAsync();

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => stores.CommitAsync(unit => unit.Require(new FactKey("pharmacy.lot", Fact.Id), 1)));

        Assert.Contains("pharmacy.lot", e.Message, StringComparison.Ordinal);
        Assert.Contains("UseTurso()", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_is_cut_in_the_middle_of_a_character_is_written_all_the_same()
    {
        await using var stores = await SeededAsync();

        await stores.CommitAsync(unit => unit.Audit("test.cut", Fact, new string('x', 499) + "😀"));

        var page = await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(Subject: Fact), PageRequest.First, TestContext.Current.CancellationToken);
        Assert.Equal(new string('x', 499) + "\ufffd", page.Items.Single().Note);
    }

    [Fact]
    public async Task Text_that_cannot_be_stored_stops_the_command_before_anything_is_written()
    {
        await using var stores = await SeededAsync();
        var person = new Person(new PersonId(Guid.CreateVersion7()), "Ana \ud83d", "ana", new HashSet<Role>(), new HashSet<DepartmentId>(), false, 1);

        await Assert.ThrowsAsync<ArgumentException>(() => stores.CommitAsync(unit => stores.Get<IPersonStore>().Add(unit, person)));

        Assert.Empty((await stores.Get<IPersonStore>().ListAsync(stores.Tenant, PageRequest.First, TestContext.Current.CancellationToken)).Items);
    }

    private static async Task<TursoStores> SeededAsync()
    {
        var stores = await TursoStores.MakeAsync(inMemory: true);
        foreach (var subject in new[] { "a", "b" }) await stores.Source.WriteAsync(Insert, ["t", subject], TestContext.Current.CancellationToken);
        return stores;
    }

    private static async Task ExpectAsync(TursoStores stores, bool holds, string sql, Guard guard)
    {
        if (holds) await CommitAsync(stores, sql, guard);
        else Assert.Equal([Fact], (await ConflictAsync(stores, sql, guard)).Facts);
        Assert.Equal(holds ? 3 : 2, (await stores.Source.ListAsync("SELECT count(*) FROM credential_attempts", [], r => r.Int(0), TestContext.Current.CancellationToken)).Single());
    }

    private static Task<ConcurrencyConflictException> ConflictAsync(TursoStores stores, string sql, Guard guard) =>
        Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync(stores, sql, guard));

    private static Task CommitAsync(TursoStores stores, string sql, Guard guard) => stores.CommitAsync(unit =>
    {
        var mine = TursoUnit.Of(unit);
        mine.Add(Insert, Guard.OneRow(Fact), "t", "before");
        mine.Add(sql, guard);
    });
}

using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using NodaTime;

namespace Clinic.Storage.Turso.Tests.Dispensing;

public class DispensingWritesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 15, 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dose_on_fifty_lines_writes_the_header_one_account_and_the_dose()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true, withDispensing: true);
        var before = await AddedAsync(stores, Made(lines: 50));
        var line = before.Lines[29];
        var used = Next(before, s => s with
        {
            Lines = [.. s.Lines.Select(l => l == line ? l with { Accounts = [l.Accounts[0] with { Used = 1 }, l.Accounts[1]] } : l)],
            Participants = [.. s.Participants, Id<PersonId>()],
        });
        IReadOnlyList<Step> steps = [];

        await stores.CommitAsync(unit =>
        {
            stores.Get<IDispensationStore>().Save(unit, before, used);
            stores.Get<IDoseStore>().Add(unit, ADose(before));
            steps = TursoUnit.Of(unit).Steps;
        });

        Assert.Equal(["UPDATE dispensations SET detail", "INSERT INTO lot_accounts", "INSERT INTO doses"], steps.Select(s => s.Sql).Select(Beginning));
    }

    [Fact]
    public async Task A_change_that_is_asked_for_writes_the_columns_that_answer()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true, withDispensing: true);
        var before = await AddedAsync(stores, Made(lines: 2));
        IReadOnlyList<Step> steps = [];

        await stores.CommitAsync(unit =>
        {
            stores.Get<IDispensationStore>().Save(unit, before, Next(before, s => s with { Tickets = [.. s.Tickets, ATicket()] }));
            steps = TursoUnit.Of(unit).Steps;
        });

        Assert.Equal(["UPDATE dispensations SET status", "INSERT INTO tickets"], steps.Select(s => s.Sql).Select(Beginning));
    }

    [Fact]
    public async Task What_does_not_follow_or_can_never_change_is_refused_before_the_commit()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true, withDispensing: true);
        var before = await AddedAsync(stores, Made(lines: 1));
        Dispensation[] wrong =
        [
            before, Next(before, s => s with { Id = Id<DispensationId>() }), Next(before, s => s with { Site = Id<SiteId>() }),
            Next(before, s => s with { Pharmacy = Id<DepartmentId>() }), Next(before, s => s with { Target = s.Target with { Patient = Id<PatientId>() } }),
            Next(before, s => s with { Refills = new(3) }), Next(before, s => s with { Requested = s.Requested with { At = Now } }),
            Dispensation.Restore(before.ToSnapshot() with { Version = 3 }),
        ];

        foreach (var after in wrong)
            await Assert.ThrowsAsync<ArgumentException>(() => stores.CommitAsync(unit => stores.Get<IDispensationStore>().Save(unit, before, after)));

        Assert.Equal(1, (await stores.Get<IDispensationStore>().FindAsync(stores.Tenant, before.Id, Stop))!.Version);
    }

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("9300000000000")]
    [InlineData("-9300000000000")]
    public async Task An_amount_that_cannot_be_kept_exactly_is_refused(string amount)
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true, withDispensing: true);
        var dose = ADose(Made(lines: 1)) with { Amount = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => stores.CommitAsync(unit => stores.Get<IDoseStore>().Add(unit, dose)));
    }

    [Theory]
    [InlineData("UPDATE doses SET amount = 1")]
    [InlineData("DELETE FROM doses")]
    [InlineData("REPLACE INTO doses SELECT * FROM doses")]
    [InlineData("UPDATE wastes SET amount = 1")]
    [InlineData("DELETE FROM wastes")]
    [InlineData("REPLACE INTO wastes SELECT * FROM wastes")]
    public async Task A_log_cannot_be_changed(string sql)
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true, withDispensing: true);
        var about = Made(lines: 1);
        await stores.CommitAsync(unit =>
        {
            stores.Get<IDoseStore>().Add(unit, ADose(about));
            stores.Get<IWasteStore>().Add(unit, new(
                Id<WasteId>(), about.Id, 1, Id<LotId>(), RemainderKind.Broken, 2, "caída", Id<PersonId>(), null, null, null, Now, Now, null));
        });

        var e = await Assert.ThrowsAsync<TursoException>(() => stores.Source.WriteAsync(sql, [], Stop));

        Assert.Contains("append-only", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single((await stores.Get<IDoseStore>().ListAsync(stores.Tenant, about.Id, PageRequest.First, Stop)).Items).Amount);
        Assert.Equal(2, Assert.Single((await stores.Get<IWasteStore>().ListAsync(stores.Tenant, about.Id, PageRequest.First, Stop)).Items).Amount);
    }

    [Fact]
    public async Task A_dispensation_can_be_relied_on_by_its_version()
    {
        await using var stores = await TursoStores.MakeAsync(inMemory: true, withPharmacy: true, withDispensing: true);
        var added = await AddedAsync(stores, Made(lines: 1));

        await stores.CommitAsync(unit => unit.Require(added.Fact, 1));

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => unit.Require(added.Fact, 2)));
        Assert.Equal([added.Fact], conflict.Facts);
    }

    private static TId Id<TId>()
        where TId : struct, IClinicId<TId> => TId.From(Guid.CreateVersion7());

    private static Dispensation Made(int lines) => Dispensation.Restore(new()
    {
        Id = Id<DispensationId>(),
        Site = Id<SiteId>(),
        From = Id<LocationId>(),
        Pharmacy = Id<DepartmentId>(),
        Target = new(Id<DepartmentId>(), CareArea.Ward),
        Status = DispenseStatus.Delivered,
        Accountability = AccountabilityStatus.Open,
        ValidUntil = Now,
        UseBy = Now,
        Requested = new(Id<PersonId>(), Now - Duration.FromHours(1)),
        Lines = [.. Enumerable.Range(1, lines).Select(Line)],
        Tickets = [ATicket() with { Due = Now }],
        Version = 1,
    });

    private static DispensationLine Line(int number)
    {
        var product = new DispensableProduct(Id<PresentationId>(), Id<MedicationId>(), "Amoxicilina", MedicationClass.Standard, UnitCode.Tablet, 0, [], null, null, []);
        var accounts = Enumerable.Range(0, 2).Select(_ => new LotAccount(Id<LotId>(), "L1", null, [new(Id<HandOverId>(), Guid.CreateVersion7(), 5, 0)], 5, 0, 0, 0, 0, 0, Now));
        return new(number, product, new(10, UnitCode.Tablet), 10, null, null, false, null, [], [.. accounts]);
    }

    private static Ticket ATicket() => new(Id<TicketId>(), TicketKind.Difference, 1, null, 1, Id<PersonId>(), Now, null, Now - Duration.FromHours(1), 0, [], null);

    private static DoseEntry ADose(Dispensation about) => new(
        Id<DoseId>(), about.Id, 1, Id<LotId>(), DoseKind.Dose, new(2, UnitCode.Tablet), 2, 0, null, null, Id<PersonId>(), Id<PersonId>(), Now, Now, CareArea.Ward,
        false, null, null);

    private static Dispensation Next(Dispensation before, Func<DispensationSnapshot, DispensationSnapshot> change) =>
        Dispensation.Restore(change(before.ToSnapshot()) with { Version = before.Version + 1 });

    private static async Task<Dispensation> AddedAsync(TursoStores stores, Dispensation dispensation)
    {
        await stores.CommitAsync(unit => stores.Get<IDispensationStore>().Add(unit, dispensation));
        return (await stores.Get<IDispensationStore>().FindAsync(stores.Tenant, dispensation.Id, Stop))!;
    }

    private static string Beginning(string sql) => string.Join(' ', sql.Split(' ').Take(sql.StartsWith("UPDATE", StringComparison.Ordinal) ? 4 : 3));
}

using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IStatementStore"/> promises.</summary>
public static class StatementStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A bill comes back figure by figure, in every revision", KeepsAsync),
        new("A revision that exists or leaves one out is a conflict", RefusesAsync),
    ];

    internal static ChargeStatement ABill()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/Guayaquil"];
        var start = Instant.FromUtc(2026, 3, 8, 2, 46);
        var tariff = Tariff.Create(new(new Guid("0190f0c0-0000-7000-8000-000000000001")), "Público ñ", TariffKey.Base, Currency.Usd)
            .Draft(
                new()
                {
                    Components =
                    [
                        new LinearPrice("NOCHE", "Noche", "IVA15", 14.33m) { Restriction = new() { Bands = [new(new(22, 0), new(6, 0))] } },
                        new LinearPrice("DIA", "Día", "IVA15", 10.01m),
                    ],
                    Taxes = [new("IVA15", TaxCategory.Standard, 15m)],
                    Caps = [Cap.PerStay(70m)],
                    Split = new(5m, 80m, 60m),
                },
                start - Duration.FromDays(30), new PersonId(new Guid("0190f0c0-0000-7000-8000-000000000002")), start, "prueba")
            .Publish(1, new PersonId(new Guid("0190f0c0-0000-7000-8000-000000000003")), start);
        var stay = new StayTimeline(
            start, start + Duration.FromSeconds((9 * 3600) + 77), [new(start, "IESS")], [new(start + Duration.FromHours(1), start + Duration.FromMinutes(95))]);
        return ChargeStatement.Of(StayRater.Rate(new(stay, TariffBook.Of([tariff]), null, zone, "2026a", start)), StatementKind.Final);
    }

    internal static RecordedStatement ARevision(IClinicStores stores, StayId stay, int revision, ChargeStatement bill, int? reverses = null) =>
        new(stay, stores.NewId<SiteId>(), revision, bill, 7, stores.NewId<PersonId>(), stores.Now(), reverses);

    internal static Task<ContractAnswer> AddAsync(IClinicStores stores, RecordedStatement statement, CancellationToken ct, TenantId? tenant = null) =>
        stores.CommitAsync(unit => stores.Get<IStatementStore>().Add(unit, statement), ct, tenant);

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (stay, store, bill) = (stores.NewId<StayId>(), stores.Get<IStatementStore>(), ABill());
        Check.Equal(null, await store.FindAsync(stores.Tenant, stay, null, ct).ConfigureAwait(false), "The bill before anything");
        var first = ARevision(stores, stay, 1, bill);
        var second = ARevision(stores, stay, 2, bill with { Kind = StatementKind.Credit, Total = -bill.Total }, reverses: 1);
        await AddAsync(stores, first, ct).ConfigureAwait(false);
        await AddAsync(stores, second, ct).ConfigureAwait(false);

        Expect(second, await store.FindAsync(stores.Tenant, stay, null, ct).ConfigureAwait(false));
        Expect(first, await store.FindAsync(stores.Tenant, stay, 1, ct).ConfigureAwait(false));
        Check.Equal(null, await store.FindAsync(stores.Tenant, stay, 3, ct).ConfigureAwait(false), "A revision that is not there");
        Check.Sequence([1, 2], (await store.AllAsync(stores.Tenant, stay, ct).ConfigureAwait(false)).Select(s => s.Revision), "The revisions, first first");
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, stay, null, ct).ConfigureAwait(false), "The bill, asked by the other");
        Check.Equal(0, (await store.AllAsync(stores.OtherTenant, stay, ct).ConfigureAwait(false)).Count, "The revisions, asked by the other");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var stay = stores.NewId<StayId>();
        await AddAsync(stores, ARevision(stores, stay, 1, ABill()), ct).ConfigureAwait(false);
        foreach (var (revision, what) in ((int, string)[])[(1, "A revision that exists"), (3, "A revision that leaves one out")])
            await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, ARevision(stores, stay, revision, ABill()), ct), what).ConfigureAwait(false);
        Check.Equal(1, (await stores.Get<IStatementStore>().AllAsync(stores.Tenant, stay, ct).ConfigureAwait(false)).Count, "The revisions");
    }

    private static void Expect(RecordedStatement expected, RecordedStatement? actual)
    {
        var found = Check.Found(actual, "The revision");
        Check.Equal(expected with { Statement = found.Statement }, found, "The revision");
        var (a, b) = (expected.Statement, found.Statement);
        Check.Equal(a with { Lines = b.Lines, Taxes = b.Taxes, Payers = b.Payers, Tariffs = b.Tariffs }, b, "Its figures");
        Check.Sequence(a.Lines, b.Lines, "Its lines");
        Check.Sequence(a.Taxes, b.Taxes, "Its taxes");
        Check.Sequence(a.Payers, b.Payers, "Its shares");
        Check.Sequence(a.Tariffs, b.Tariffs, "Its tariffs");
    }
}

using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Requesting;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Storage.Turso;
using Clinic.Testing;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Benchmarks.Dispensing;

/// <summary>The test clinic with its wards on a database file; proofs of people are accepted at once.</summary>
public sealed class BenchWard : IDisposable
{
    private const decimal Stock = 1_000_000;

    private static readonly TenantId Tenant = new(new Guid("00000000-0000-7000-8000-0000000000bb"));

    private readonly ServiceProvider services;

    private BenchWard(string path, Instant now, TursoSynchronous synchronous)
    {
        var clock = new FakeClock(now);
        var collection = new ServiceCollection();
        collection.AddSingleton(PayloadKeyRing.Random());
        collection.AddSingleton<ICredentialVerifier>(new AcceptingVerifier(clock));
        WardWorld.Configure(collection, clock);
        collection.AddClinicPharmacy().UseTurso(o =>
        {
            o.DataSource = path;
            o.Synchronous = synchronous;
        });
        collection.AddClinicDispensing().UseTurso().UsePharmacyStock();
        services = collection.BuildServiceProvider();
        World = new(services, clock, Tenant);
    }

    public WardWorld World { get; }

    /// <summary>A new clinic with people, patient, products and stock. Forces nothing to the disk: it is made outside any timing.</summary>
    public static async Task<BenchWard> CreateAsync(string path)
    {
        var ward = new BenchWard(path, Instant.FromUtc(2026, 3, 10, 15, 0), TursoSynchronous.Normal);
        await ward.World.Get<TursoMigrator>().UpAsync(CancellationToken.None);
        await ward.World.OpenAsync(CancellationToken.None, Stock);
        return ward;
    }

    /// <summary>A clinic that was made before, or a copy of its file.</summary>
    public static BenchWard Open(string path, Instant now, TursoSynchronous synchronous) => new(path, now, synchronous);

    /// <summary>More products of their own medications, each with a lot that never runs out.</summary>
    public async Task<IReadOnlyList<PresentationId>> ProductsAsync(int count)
    {
        var products = new List<PresentationId>();
        for (var i = 0; i < count; i++)
        {
            var code = FormattableString.Invariant($"BEN{i:00}");
            var medication = await World.Get<MedicationCatalogue>().AddAsync(As(WardPeople.Pharmacist), new AddMedication(
                new(code, $"Producto {i}", "tablet", [new($"ingredient {i}", new(500, UnitCode.Milligram))])));
            products.Add((await World.Get<PresentationCatalogue>().AddAsync(As(WardPeople.Pharmacist), new AddPresentation(
                new(medication.Id, code, $"Producto {i} 500 mg", UnitCode.Tablet)))).Id);
            await World.ReceiveAsync(products[i], UnitCode.Tablet, $"L{i}", new(2027, 3, 31), Stock, CancellationToken.None);
        }

        return products;
    }

    /// <summary>Dispensations that wait for pick-up, with one line per product.</summary>
    public async Task<IReadOnlyList<DispensationId>> ReadyAsync(int count, decimal quantity, params IReadOnlyList<PresentationId> products)
    {
        var ready = new List<DispensationId>();
        for (var i = 0; i < count; i++)
            ready.Add(await Tick().ReadyAsync(CancellationToken.None, [.. products.Select(p => (p, quantity, UnitCode.Tablet))]));
        return ready;
    }

    public Task HandOverAsync(DispensationId dispensation) =>
        World.Get<HandingOver>().HandOverAsync(Tick().As(WardPeople.Auxiliary), World.HandingOver(dispensation));

    public Task DoseAsync(DispensationId dispensation) => Tick().DoseAsync(dispensation, 1, 1, UnitCode.Tablet, CancellationToken.None);

    /// <summary>A request that changes no other dispensation; opens and checks the connections.</summary>
    public Task RequestAsync(PresentationId product) =>
        World.Get<DispensationRequests>().RequestAsync(As(WardPeople.Nurse), World.Asking((product, 1, UnitCode.Tablet)));

    public void Dispose() => services.Dispose();

    private CommandContext As(Staff staff) => Tick().As(staff);

    // Ids are ordered by time, as they are in life.
    private WardWorld Tick()
    {
        World.Clock.Advance(Duration.FromMilliseconds(10));
        return World;
    }
}

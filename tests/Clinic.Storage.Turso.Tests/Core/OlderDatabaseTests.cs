using System.Security.Cryptography;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Storage.Contracts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

public sealed class OlderDatabaseTests : IDisposable
{
    private const string Badge = "BADGE-0042";

    private static readonly ReadOnlyMemory<byte> Salt = new byte[16];
    private static readonly ReadOnlyMemory<byte> Hash = Rfc2898DeriveBytes.Pbkdf2(Badge, Salt.Span, 1000, HashAlgorithmName.SHA256, 32);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_badge_set_before_look_ups_existed_is_found_once_it_is_set_again()
    {
        var tenant = new TenantId(Guid.CreateVersion7());
        await using var services = Services();
        var person = await BeforeLookupsAsync(services, tenant);

        await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);

        var credentials = services.GetRequiredService<ICredentialStore>();
        var verifier = services.GetRequiredService<ICredentialVerifier>();
        Assert.Empty((await credentials.FindAsync(tenant, person, CredentialKind.Badge, Stop))!.BadgeLookups);
        Assert.IsType<CredentialResult.Refused>(await verifier.IdentifyAsync(tenant, new Secret(Badge), "station", Stop));
        Assert.IsType<CredentialResult.Accepted>(await verifier.VerifyAsync(tenant, person, CredentialKind.Badge, new Secret(Badge), "station", Stop));

        await services.GetRequiredService<PeopleAdministration>().SetAsync(X(services, tenant), new SetCredential(person, CredentialKind.Badge, new Secret(Badge)), Stop);

        Assert.Equal(person, Assert.IsType<CredentialResult.Accepted>(await verifier.IdentifyAsync(tenant, new Secret(Badge), "station", Stop)).Person);
    }

    // The database as the first version made it, with a person and a badge.
    private async Task<PersonId> BeforeLookupsAsync(ServiceProvider now, TenantId tenant)
    {
        var first = new TursoSet(CoreSet.Set.Name, [CoreSet.Set.Scripts[0]], CoreSet.Set.Facts);
        await using var services = Services(first);
        await services.GetRequiredService<TursoMigrator>().UpAsync(Stop);
        var added = await services.GetRequiredService<PeopleAdministration>().AddFirstAsync(X(now, tenant), new AddFirstAdministrator("Alba", "alba", new Secret("una-clave-larga-9")), Stop);
        await services.GetRequiredService<TursoDataSource>().WriteAsync(
            "INSERT INTO credentials SELECT tenant_id, person_id, 'badge', ?1, iterations, ?2, ?3, changed_at FROM credentials",
            [Guid.CreateVersion7(), SqlValue.Of(Salt), SqlValue.Of(Hash)], Stop);
        return added.Person;
    }

    private static CommandContext X(IServiceProvider services, TenantId tenant) => new(
        tenant, new SiteId(tenant.Value), new Actor(new PersonId(Guid.CreateVersion7()), [Role.Administrator], []), "test",
        services.GetRequiredService<IIdGenerator>().Next<CommandId>());

    private ServiceProvider Services(TursoSet? core = null)
    {
        var keys = new PayloadKeyRing("test", new Dictionary<string, byte[]> { ["test"] = new byte[32] });
        var options = new CredentialOptions { Iterations = 1000 };
        var services = new ServiceCollection().AddSingleton<IClock>(new ContractClock()).AddSingleton(keys).AddSingleton(options);
        if (core is not null) services.AddSingleton(core);
        services.AddClinicTurso(o => o.DataSource = folder.File());
        return services.AddSingleton<ICredentialVerifier, CredentialVerifier>().AddSingleton<PeopleAdministration>().BuildServiceProvider();
    }
}

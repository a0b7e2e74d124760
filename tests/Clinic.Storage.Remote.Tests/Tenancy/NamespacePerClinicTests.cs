using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Storage.Remote.Tests;

/// <summary>The other supported tenancy: each clinic has a namespace and a token of its own, and a data source of its own.</summary>
public class NamespacePerClinicTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_clinics_on_one_server_see_nothing_of_each_other_even_under_the_same_tenant_id()
    {
        var signer = new TokenSigner();
        await using var server = await Servers.OwnAsync(new SqldOptions { Namespaces = true, PublicKeyPem = signer.PublicKeyPem });
        await server.CreateNamespaceAsync("norte");
        await server.CreateNamespaceAsync("sur");
        await using var north = await ClinicAsync(server, "norte", signer.ForNamespace("norte"));
        await using var south = await ClinicAsync(server, "sur", signer.ForNamespace("sur"));
        var tenant = new TenantId(Guid.CreateVersion7());

        await north.Get<SiteAdministration>().AddAsync(X(tenant), new AddSite("Norte", "America/Guayaquil", Currency.Usd), Stop);
        await south.Get<SiteAdministration>().AddAsync(X(tenant), new AddSite("Sur", "America/Guayaquil", Currency.Usd), Stop);

        Assert.Equal(["Norte"], (await north.Get<ISiteDirectory>().SitesAsync(tenant, Stop)).Select(s => s.Name));
        Assert.Equal(["Sur"], (await south.Get<ISiteDirectory>().SitesAsync(tenant, Stop)).Select(s => s.Name));
    }

    [Fact]
    public async Task The_token_of_one_clinic_opens_no_other()
    {
        var signer = new TokenSigner();
        await using var server = await Servers.OwnAsync(new SqldOptions { Namespaces = true, PublicKeyPem = signer.PublicKeyPem });
        await server.CreateNamespaceAsync("norte");
        await server.CreateNamespaceAsync("sur");
        await using var south = await ClinicAsync(server, "sur", signer.ForNamespace("sur"));
        var tenant = new TenantId(Guid.CreateVersion7());
        await south.Get<SiteAdministration>().AddAsync(X(tenant), new AddSite("Sur", "America/Guayaquil", Currency.Usd), Stop);

        var token = signer.ForNamespace("norte");
        var refused = await Assert.ThrowsAsync<TursoException>(() => ClinicAsync(server, "sur", token));

        Assert.Equal(TursoErrorKind.NotFound, refused.Kind);
        Assert.DoesNotContain(token, refused.ToString(), StringComparison.Ordinal);
        Assert.Single(await south.Get<ISiteDirectory>().SitesAsync(tenant, Stop));
    }

    private static Task<RemoteStores> ClinicAsync(SqldServer server, string space, string token) =>
        RemoteStores.MakeAsync(server.Url, space, o => o.AuthToken = token, s => s.AddClinicAdministration());

    private static CommandContext X(TenantId tenant) => new(
        tenant, new SiteId(Guid.CreateVersion7()), new Actor(new PersonId(Guid.CreateVersion7()), [Role.Administrator], []), "test", new CommandId(Guid.CreateVersion7()));
}

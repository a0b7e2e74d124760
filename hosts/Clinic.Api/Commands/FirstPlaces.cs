using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;

namespace Clinic.Api.Commands;

/// <summary>The least that a clinic needs before anybody can work: a site, its pharmacy, and the places of stock.</summary>
/// <remarks>Each step has a command id that never changes: running it again does nothing twice, and ends what was stopped.</remarks>
internal sealed class FirstPlaces(SiteAdministration sites, ISiteDirectory directory, ICommitStore commits, TenantId tenant)
{
    private const string Purpose = "seed";

    public async Task<IReadOnlyList<string>> MakeAsync(string name, string zone, Currency currency)
    {
        var begun = await commits.FindCommandAsync(tenant, StepIds.Of(Purpose, tenant, "site"), CancellationToken.None) is not null;
        if (!begun && await directory.SitesAsync(tenant, CancellationToken.None) is [var first, ..])
            return [$"the clinic has the site {first.Name} already; nothing was added"];
        var site = (await sites.AddAsync(Step("site"), new AddSite(name, zone, currency))).Id;
        var pharmacy = (await sites.AddAsync(Step("pharmacy"), new AddDepartment(site, "Farmacia"))).Id;
        var lines = new List<string> { $"site {site} {name}", $"department {pharmacy} Farmacia" };
        foreach (var (step, place, kind, pickable) in Places)
        {
            var location = (await sites.AddAsync(Step(step), new AddLocation(site, pharmacy, place, kind, pickable))).Id;
            lines.Add($"location {location} {place}");
        }

        return lines;
    }

    private static readonly (string Step, string Name, LocationKind Kind, bool IsPickable)[] Places =
    [
        ("store", "Bodega de farmacia", LocationKind.Store, true),
        ("quarantine", "Cuarentena", LocationKind.Quarantine, false),
        ("transit", "En tránsito", LocationKind.Transit, false),
    ];

    private CommandContext Step(string name) => ClinicCommand.Of(tenant, Actor.System, "console", StepIds.Of(Purpose, tenant, name));
}

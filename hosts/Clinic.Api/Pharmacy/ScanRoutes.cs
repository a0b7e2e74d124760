using Clinic.Api.Binding;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Presentations;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>Reading of scans.</summary>
internal static class ScanRoutes
{
    public static async Task<ScanResponse> ParseAsync(SiteCommand command, Body<ParseScanRequest> body, IPresentationStore presentations, IClock clock, CancellationToken ct)
    {
        var scan = Gs1ElementString.ParseOrThrow(body.Value.Text, command.Site.DateOf(clock.GetCurrentInstant()).Year);
        var found = scan.Gtin is { } gtin ? await presentations.FindByGtinAsync(command.X.Tenant, gtin, ct) : null;
        return new(
            scan.Gtin, scan.LotNumber, scan.Serial, Date(scan.ExpirationDate), Date(scan.BestBeforeDate), Date(scan.ProductionDate),
            [.. scan.OtherElements.Select(e => new ScanElement(e.Identifier, e.Value))], Named(found, scan.Gtin));
    }

    private static ScanDate? Date(Gs1Date? date) => date is { } known ? new(known.Date, known.Raw) : null;

    private static ScannedPresentation? Named(Presentation? found, Gtin? gtin) =>
        found is null ? null : new(found.Id, found.Code, found.ToSnapshot().Name, found.Gtins.FirstOrDefault(g => g.Gtin == gtin)?.Level);
}

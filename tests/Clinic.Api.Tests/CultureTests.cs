using System.Globalization;
using System.Text.RegularExpressions;

namespace Clinic.Api.Tests;

[CollectionDefinition(nameof(CultureTests), DisableParallelization = true)]
public sealed class CultureAlone;

/// <summary>The culture of the machine changes no answer: not a decimal point, not a capital I.</summary>
[Collection(nameof(CultureTests))]
public partial class CultureTests
{
    [Theory]
    [InlineData("es-EC")]
    [InlineData("tr-TR")]
    public async Task Answers_are_the_same_in_every_culture(string name)
    {
        var invariant = await TalkAsync(CultureInfo.InvariantCulture);

        var answers = await TalkAsync(CultureInfo.GetCultureInfo(name));

        Assert.Equal(invariant, answers);
    }

    private static async Task<string> TalkAsync(CultureInfo culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
        try
        {
            using var factory = ApiFactory.OnFile();
            factory.Server.PreserveExecutionContext = true;
            return await TalkAsync(factory);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentUICulture) = before;
        }
    }

    private static async Task<string> TalkAsync(ApiFactory factory)
    {
        var world = await World.OpenAsync(factory, "PASTILLA-İIıi");
        var p = world.Pharmacist;
        var receipt = await p.PostAsync("/api/v1/receipts", world.Delivery("Lıİ-1,5"));
        Assert.Equal(System.Net.HttpStatusCode.OK, receipt.Status);
        List<ApiAnswer> answers =
        [
            receipt,
            await p.PostAsync("/api/v1/issues", world.Pick(30)),
            await p.PostAsync("/api/v1/issues", world.Pick(0.5m)),
            await p.PostAsync("/api/v1/issues", world.Pick(100000)),
            await p.GetAsync("/api/v1/stock"),
            await p.GetAsync("/api/v1/stock/as-of?at=2026-03-02T15:00:00.5Z"),
            await p.GetAsync("/api/v1/stock/value"),
            await p.GetAsync("/api/v1/movements"),
            await p.GetAsync("/api/v1/lots?status=approved&expiresBefore=2028-01-01"),
            await p.GetAsync("/api/v1/medications?text=pastilla"),
            await p.PostAsync("/api/v1/scans/parse", new { text = "]d201078612345678981727033110L1\u001d21SER" }),
            await p.GetAsync("/api/v1/lots?status=Approved"),
            await factory.Anonymous().TrySignInAsync("ADMINISTRATOR", "wrong password"),
        ];
        return Guids().Replace(string.Join('\n', answers.Select(a => $"{(int)a.Status} {a.Text}")), "#");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")]
    private static partial Regex Guids();
}

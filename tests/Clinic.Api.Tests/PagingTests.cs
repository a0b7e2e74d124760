namespace Clinic.Api.Tests;

public class PagingTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task Pages_hold_everything_once_and_in_order(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        for (var i = 0; i < 7; i++) await world.Pharmacist.OkAsync("/api/v1/medications", World.Medicine($"MED-{i}"));

        var codes = new List<string>();
        string? after = null;
        do
        {
            var page = await world.Pharmacist.GetAsync($"/api/v1/medications?size=3{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}");
            var items = page.Json["items"]!.AsArray();
            Assert.InRange(items.Count, 1, 3);
            codes.AddRange(items.Select(m => m!["code"]!.GetValue<string>()));
            after = page.Json["next"]?.GetValue<string>();
        }
        while (after is not null);

        Assert.Equal(["MED-0", "MED-1", "MED-2", "MED-3", "MED-4", "MED-5", "MED-6", "PARA500"], codes);
    }

    [Theory]
    [InlineData("size=0", "size")]
    [InlineData("size=501", "size")]
    [InlineData("size=x", "size")]
    [InlineData("size=1e2", "size")]
    [InlineData("after=", "after")]
    [InlineData("after=%00", "after")]
    public async Task Pages_out_of_bounds_are_refused_by_name(string query, string parameter)
    {
        var auditor = await api.Factory.AsAsync("auditor");

        var answer = await auditor.GetAsync($"/api/v1/medications?{query}");

        Assert.Equal(parameter, answer.Refused(400, "API118").Json["errors"]![0]!["facts"]!["parameter"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task A_mark_that_no_page_gave_breaks_nothing(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var auditor = await factory.AsAsync("auditor");

        foreach (var list in new[] { "medications", "presentations", "receipts", "stock", "movements", "counts", "lots", "transfers", "reservations", "people", "audit", "dispensations", "work-lists/toPrepare", "tickets", "checklists" })
        {
            foreach (var mark in new[] { "zz~z", "1|2|3", "'; DROP TABLE lots; --", "ñ", "9999999999999999999999999" })
            {
                var answer = await auditor.GetAsync($"/api/v1/{list}?after={Uri.EscapeDataString(mark)}");
                Assert.True((int)answer.Status is 200 or 400, $"{list} {mark}: {answer.Text}");
            }
        }
    }
}

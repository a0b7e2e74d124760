using System.Net;
using System.Text;

namespace Clinic.Api.Tests;

/// <summary>The list of bad input: each gets a clear coded answer, and stock is as before.</summary>
public class BadInputTests
{
    private const string Unknown = "0190f0c0-0000-7000-8000-00000000ffff";

    [Theory]
    [InlineData("memory")]
    [InlineData("local")]
    public async Task What_the_domain_refuses_is_coded_and_changes_nothing(string storage)
    {
        using var factory = ApiFactory.Of(storage);
        var world = await World.OpenAsync(factory);
        var lot = await world.ReceiveAsync("L-1");
        var expired = world.Delivery("L-OLD", expiration: "2026-01-31", location: world.Quarantine);
        await world.Pharmacist.OkAsync("/api/v1/receipts", expired);
        var p = world.Pharmacist;
        var future = factory.Clock.Now.Plus(NodaTime.Duration.FromDays(1)).ToString();

        var before = (await p.GetAsync("/api/v1/stock")).Text;
        (await p.PostAsync("/api/v1/issues", new { from = Unknown, lines = Lines(world, 1) })).Refused(404, "PHA208");
        (await p.PostAsync("/api/v1/issues", new { from = world.Store, lines = new[] { new { presentation = Unknown, quantity = new { value = 1, unit = "{tbl}" } } } })).Refused(404, "PHA102");
        (await p.PostAsync("/api/v1/issues", world.Pick(1, "mL"))).Refused(400, "PHA204");
        (await p.PostAsync("/api/v1/issues", world.Pick(0.5m))).Refused(400, "PHA202");
        (await p.PostAsync("/api/v1/issues", world.Pick(0))).Refused(400, "PHA203");
        (await p.PostAsync("/api/v1/issues", world.Pick(-3))).Refused(400, "PHA203");
        (await p.PostAsync("/api/v1/issues", world.Pick(1000))).Refused(422, "PHA201");
        (await p.PostAsync("/api/v1/issues", new { from = world.Store, lines = Lines(world, 1), occurred = future })).Refused(400, "PHA205");
        (await p.PostAsync("/api/v1/issues", new { from = world.Store })).Refused(400, "PHA221");
        (await p.PostAsync($"/api/v1/lots/{lot}/status", new { trigger = "hold", reason = "doubt", version = 9 })).Refused(409, "PHA108");
        (await p.PostAsync($"/api/v1/lots/{lot}/status", new { trigger = "hold", reason = "doubt" })).Refused(400, "API123");
        (await p.PostAsync("/api/v1/receipts", world.Delivery("L-2", expiration: "2026-02-28"))).Refused(422, "PHA302");
        (await p.PostAsync("/api/v1/receipts", world.Delivery(""))).Refused(400, "API116");
        (await p.PostAsync("/api/v1/scans/parse", new { text = "0107861234567890" })).Refused(400, "PHA601");
        (await p.PostAsync($"/api/v1/postings/{Unknown}/reverse", new { reason = "typo" })).Refused(404, "PHA214");
        (await p.GetAsync($"/api/v1/receipts/{Unknown}")).Refused(404, "API105");

        Assert.Equal(before, (await p.GetAsync("/api/v1/stock")).Text);
    }

    [Fact]
    public async Task Several_faults_are_all_told_at_once()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);

        var answer = await world.Pharmacist.PostAsync("/api/v1/receipts", new
        {
            location = Unknown,
            supplier = "",
            lines = new object[] { new { presentation = Unknown, paid = new { value = 1, unit = "{tbl}" }, price = new { amount = 1, currency = "EUR" } } },
        });

        answer.Refused(400, "PHA105");
        Assert.Equal(["PHA102", "PHA105", "PHA208", "PHA309"], answer.Codes.Distinct().Order());
    }

    [Fact]
    public async Task A_recalled_lot_is_not_issued_and_the_nurse_is_told_so()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var lot = await world.ReceiveAsync("L-1");
        await world.Pharmacist.OkAsync("/api/v1/lots/recall", new { presentation = world.Presentation, number = "L-1", reason = "notice 7" });
        var nurse = await factory.AsAsync("nurse");

        var answer = await nurse.Speaking("es").PostAsync("/api/v1/issues", new
        {
            from = world.Store,
            lines = new object[] { new { presentation = world.Presentation, quantity = (object?)null, lots = new object[] { new { lot, quantity = new { value = 1, unit = "{tbl}" } } } } },
        });

        Assert.Contains("L-1", answer.Refused(422, "PHA303")["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stock_of_another_department_is_not_hers_to_issue()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        await world.ReceiveAsync("L-1");
        var administrator = await factory.AsAsync("administrator");
        var nurse = (await administrator.GetAsync("/api/v1/people?size=100")).Json["items"]!.AsArray().Single(x => x!["signInName"]!.GetValue<string>() == "nurse")!;
        await administrator.OkAsync($"/api/v1/people/{nurse["id"]}/rights", new { roles = new[] { "nurse" }, departments = Array.Empty<string>(), version = 1 });

        (await (await factory.AsAsync("nurse")).PostAsync("/api/v1/issues", world.Pick(1))).Refused(403, "PHA902");
        Assert.Equal(200, await world.OnHandAsync());
    }

    [Theory]
    [InlineData("""{"unit":"{tbl}"}""")]
    [InlineData("""{"value":null,"unit":"{tbl}"}""")]
    public async Task A_count_without_a_figure_is_not_a_count_of_nothing(string counted)
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var lot = await world.ReceiveAsync("L-1");

        var answer = await world.Pharmacist.PostAsync("/api/v1/counts", $$"""{"lot":"{{lot}}","location":"{{world.Store}}","counted":{{counted}}}""");

        Assert.Equal(400, (int)answer.Status);
        Assert.Equal(200, await world.OnHandAsync());
    }

    [Theory]
    [InlineData(1_000_000, 400, "PHA105")]
    [InlineData(2_000_000, 413, "API110")]
    public async Task A_text_of_a_megabyte_gets_a_short_answer(int length, int status, string code)
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);

        var answer = await world.Pharmacist.PostAsync("/api/v1/receipts", world.Delivery("L-1", supplier: new string('x', length)));

        Assert.True(answer.Refused(status, code).Text.Length < 3000);
    }

    [Theory]
    [InlineData("not a version", "API123")]
    [InlineData("\"2\"", "API123")]
    public async Task If_match_must_be_the_version_that_the_body_says(string header, string code)
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);

        var answer = await world.Pharmacist.PostAsync($"/api/v1/medications/{world.Medication}/retire", new { version = 1 }, change: r => r.Headers.TryAddWithoutValidation("If-Match", header));

        answer.Refused(400, code);
    }

    [Fact]
    public async Task A_lost_update_is_a_conflict_also_by_if_match()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var etag = (await world.Pharmacist.GetAsync($"/api/v1/medications/{world.Medication}")).Headers["ETag"];
        var revised = new { data = World.Medicine("PARA-NEW") };

        var first = await world.Pharmacist.PostAsync($"/api/v1/medications/{world.Medication}/revise", revised, change: r => r.Headers.TryAddWithoutValidation("If-Match", etag));
        var second = await world.Pharmacist.PostAsync($"/api/v1/medications/{world.Medication}/revise", revised, change: r => r.Headers.TryAddWithoutValidation("If-Match", etag));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        second.Refused(409, "PHA108");
    }

    [Fact]
    public async Task With_two_sites_a_command_must_say_at_which_one_it_happens()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var administrator = await factory.AsAsync("administrator");
        await administrator.OkAsync("/api/v1/sites", new { name = "Sede norte", zone = "America/Guayaquil", currency = "USD" });

        (await world.Pharmacist.PostAsync("/api/v1/receipts", world.Delivery("L-1"))).Refused(400, "API122");
        (await world.Pharmacist.PostAsync("/api/v1/receipts", world.Delivery("L-1"), change: r => r.Headers.Add("Clinic-Site", "north"))).Refused(400, "API122");
        (await world.Pharmacist.PostAsync("/api/v1/receipts", world.Delivery("L-1"), change: r => r.Headers.Add("Clinic-Site", Unknown))).Refused(404, "CLN206");

        Assert.Equal(HttpStatusCode.OK, (await world.Pharmacist.PostAsync("/api/v1/receipts", world.Delivery("L-1"), change: r => r.Headers.Add("Clinic-Site", world.Site))).Status);
    }

    [Fact]
    public async Task A_csv_with_faults_is_told_by_row_and_column_and_changes_nothing()
    {
        using var factory = ApiFactory.InMemory();
        var world = await World.OpenAsync(factory);
        var before = (await world.Pharmacist.GetAsync("/api/v1/medications")).Text;

        var malformed = await world.Pharmacist.PostAsync("/api/v1/imports/catalogue", Csv("a,\"b\nc"));
        var columns = await world.Pharmacist.PostAsync("/api/v1/imports/catalogue", Csv("medication_code,generic_name\nA,B\n"));
        var binary = await world.Pharmacist.PostAsync("/api/v1/imports/catalogue", new ByteArrayContent([0x61, 0xff, 0xfe]) { Headers = { ContentType = new("text/csv") } });
        var json = await world.Pharmacist.PostAsync("/api/v1/imports/catalogue", new { });

        malformed.Refused(400, "PHA501");
        columns.Refused(400, "PHA502");
        binary.Refused(400, "API113");
        json.Refused(415, "API111");
        Assert.Equal(before, (await world.Pharmacist.GetAsync("/api/v1/medications")).Text);
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    private static object[] Lines(World world, decimal quantity) => [new { presentation = world.Presentation, quantity = new { value = quantity, unit = "{tbl}" } }];
}

using System.Text;

namespace Clinic.Api.Tests;

/// <summary>Requests that cannot be read at all; nothing is changed, so they share one host.</summary>
public class MalformedRequestTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("{", 400, "API113")]
    [InlineData("", 400, "API112")]
    [InlineData("null", 400, "API112")]
    [InlineData("[]", 400, "API112")]
    [InlineData("{}", 400, "API114")]
    [InlineData("""{"from":"x"}""", 400, "API116")]
    [InlineData("""{"from":5}""", 400, "API116")]
    [InlineData("""{"from":"00000000-0000-0000-0000-000000000000"}""", 400, "API116")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","nix":1}""", 400, "API115")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","from":"0190f0c0-0000-7000-8000-00000000ffff"}""", 400, "API115")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","lines":[null]}""", 400, "API114")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","lines":{}}""", 400, "API116")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","reason":"a\u0000b"}""", 400, "API117")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","reason":"a\u001db"}""", 400, "API117")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","reason":"a\ud800b"}""", 400, "API117")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","occurred":"yesterday"}""", 400, "API116")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","occurred":"2026-02-30T00:00:00Z"}""", 400, "API116")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","policy":{"order":"lifo"}}""", 400, "API116")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","policy":{"order":1}}""", 400, "API116")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","lines":[{"presentation":"0190f0c0-0000-7000-8000-00000000ffff","quantity":{"value":1e40,"unit":"{tbl}"}}]}""", 400, "API116")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","lines":[{"presentation":"0190f0c0-0000-7000-8000-00000000ffff","quantity":{"value":1}}]}""", 400, "API114")]
    [InlineData("""{"from":"0190f0c0-0000-7000-8000-00000000ffff","lines":[{"presentation":"0190f0c0-0000-7000-8000-00000000ffff","quantity":{"value":1,"unit":"a b"}}]}""", 400, "API116")]
    public async Task A_body_that_cannot_be_read_names_the_field(string body, int status, string code)
    {
        var nurse = await api.Factory.AsAsync("nurse");

        (await nurse.PostAsync("/api/v1/issues", body)).Refused(status, code);
    }

    [Fact]
    public async Task A_deep_body_is_no_reason_to_fail()
    {
        var nurse = await api.Factory.AsAsync("nurse");

        (await nurse.PostAsync("/api/v1/issues", new string('[', 100_000))).Refused(400, "API113");
    }

    [Fact]
    public async Task A_body_without_a_stated_length_is_measured_while_it_comes()
    {
        var nurse = await api.Factory.AsAsync("nurse");
        var endless = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes(new string('x', 3_000_000))));
        endless.Headers.ContentType = new("application/json");

        (await nurse.PostAsync("/api/v1/issues", endless, change: r => r.Headers.TransferEncodingChunked = true)).Refused(413, "API110");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    public async Task Another_media_type_is_refused(string type)
    {
        var nurse = await api.Factory.AsAsync("nurse");

        (await nurse.PostAsync("/api/v1/issues", new StringContent("{}", Encoding.UTF8, type))).Refused(415, "API111");
    }

    [Theory]
    [InlineData("GET", "/api/v1/nix", 404, "API103")]
    [InlineData("DELETE", "/api/v1/stock", 405, "API104")]
    [InlineData("PUT", "/api/v1/medications", 405, "API104")]
    [InlineData("GET", "/api/v1/lots/xyz", 400, "API118")]
    [InlineData("GET", "/api/v1/lots?status=sold", 400, "API118")]
    [InlineData("GET", "/api/v1/lots?status=1", 400, "API118")]
    [InlineData("GET", "/api/v1/lots?expiresBefore=31-01-2026", 400, "API118")]
    [InlineData("GET", "/api/v1/lots?number=%00", 400, "PHA105")]
    [InlineData("GET", "/api/v1/stock/as-of", 400, "API118")]
    [InlineData("GET", "/api/v1/stock/as-of?at=now", 400, "API118")]
    [InlineData("GET", "/api/v1/stock/as-of?at=2999-01-01T00:00:00Z", 400, "PHA205")]
    [InlineData("GET", "/api/v1/stock?lot=1", 400, "API118")]
    [InlineData("GET", "/api/v1/audit?subjectKind=pharmacy.lot", 400, "API118")]
    [InlineData("GET", "/api/v1/errors/nix", 404, "API105")]
    [InlineData("GET", "/api/v1/sites/0190f0c0-0000-7000-8000-00000000ffff/locations", 404, "CLN206")]
    [InlineData("GET", "/api/v1/presentations/nix", 404, "PHA102")]
    [InlineData("GET", "/api/v1/presentations?gtin=123", 400, "API118")]
    public async Task Routes_and_parameters_that_are_not_there_are_told(string method, string path, int status, string code)
    {
        var auditor = await api.Factory.AsAsync("auditor");

        (await auditor.SendAsync(new HttpMethod(method), path, null)).Refused(status, code);
    }
}

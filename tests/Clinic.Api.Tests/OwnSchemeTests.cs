using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Clinic.Abstractions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clinic.Api.Tests;

/// <summary>An app brings its own scheme: its claims name the person, the rights stay ours.</summary>
public class OwnSchemeTests
{
    [Fact]
    public async Task Another_scheme_signs_people_in_and_our_sign_in_is_gone()
    {
        using var factory = ApiFactory.InMemory().Set("Clinic:Authentication:Scheme", "Badge reader")
            .With(s => s.AddAuthentication().AddScheme<AuthenticationSchemeOptions, HeaderScheme>("Badge reader", null));
        var people = factory.Services.GetRequiredService<IPersonDirectory>();
        var settings = factory.Services.GetRequiredService<Hosts.ClinicSettings>();
        var auditor = await people.FindBySignInAsync(settings.Tenant, "auditor", TestContext.Current.CancellationToken);
        var caller = factory.Anonymous();
        (await caller.GetAsync("/api/v1/me")).Refused(401, "API101");

        caller.Client.DefaultRequestHeaders.Add("Proven-Person", auditor!.Id.ToString());

        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/api/v1/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/api/v1/audit")).Status);
        (await caller.PostAsync("/api/v1/receipts")).Refused(403, "API102");
        (await caller.TrySignInAsync("auditor", Demo.DemoPeople.Password)).Refused(404, "API103");
    }

    private sealed class HeaderScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["Proven-Person"].ToString() is not { Length: > 0 } person) return Task.FromResult(AuthenticateResult.NoResult());
            // Roles that the other system claims are not looked at.
            var identity = new ClaimsIdentity([new("sub", person), new(ClaimTypes.Role, "Administrator")], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}

using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Hosts;

namespace Clinic.Api.Commands;

/// <summary>Adds people, sets secrets and ends locks, for whoever may open the database.</summary>
internal sealed class PeopleCommand(Arguments arguments) : ICommandLine
{
    private const string Source = "console";

    private const string Usage =
        """
        people add    --sign-in NAME --name "FULL NAME" [--roles pharmacist,nurse] [--departments UUID,UUID]
        people reset  --sign-in NAME [--kind password|pin|badge]
        people unlock --sign-in NAME
        The secret is asked for, or read as the first line of the standard input.
        The first person of a clinic becomes its administrator.
        """;

    public async Task<int> RunAsync()
    {
        var understood = arguments.Verb switch
        {
            "add" => arguments.Are("sign-in", "name", "roles", "departments"),
            "reset" => arguments.Are("sign-in", "kind"),
            "unlock" => arguments.Are("sign-in"),
            _ => false,
        };
        if (!understood || arguments["sign-in"] is not { Length: > 0 } signIn) return await UsageAsync();
        await using var app = CommandHost.Build(arguments);
        var settings = app.Services.GetRequiredService<ClinicSettings>();
        if (settings.Mode == StorageMode.Memory) throw new SetupException("Clinic:Storage is 'memory': people would be gone when this command ends.");
        try
        {
            await app.Services.ReadyDatabaseAsync();
            return await RunAsync(app.Services, settings.Tenant, signIn);
        }
        catch (Exception e) when (e is IRuleViolation violation)
        {
            var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            foreach (var failure in violation.Failures) await Console.Error.WriteLineAsync($"{failure.Code}: {violation.Describe(failure, language)}");
            return 1;
        }
    }

    private async Task<int> RunAsync(IServiceProvider services, TenantId tenant, string signIn)
    {
        var people = services.GetRequiredService<PeopleAdministration>();
        var directory = services.GetRequiredService<IPersonDirectory>();
        if (arguments.Verb == "add") return await AddAsync(services, people, directory, tenant, signIn);
        var person = await directory.FindBySignInAsync(tenant, signIn, CancellationToken.None)
            ?? throw new ClinicRuleException(ClinicRules.PersonUnknown, ("person", signIn));
        if (arguments.Verb == "unlock")
        {
            await people.UnlockAsync(X(services, tenant), new UnlockPerson(person.Id));
            return await DoneAsync($"unlocked {person.Id}");
        }

        if (!Enum.TryParse<CredentialKind>(arguments["kind"] ?? "password", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return await UsageAsync();
        if (SecretInput.Read(kind.ToString()) is not { } secret) return await NoSecretAsync();
        await people.SetAsync(X(services, tenant), new SetCredential(person.Id, kind, secret));
        return await DoneAsync($"set the {kind.ToString().ToLowerInvariant()} of {person.Id}");
    }

    private async Task<int> AddAsync(IServiceProvider services, PeopleAdministration people, IPersonDirectory directory, TenantId tenant, string signIn)
    {
        var name = arguments["name"] ?? signIn;
        var isFirst = (await directory.ListAsync(tenant, new PageRequest(1), CancellationToken.None)).Items.Count == 0;
        var roles = new List<Role>();
        foreach (var word in arguments.List("roles"))
        {
            if (!Enum.TryParse<Role>(word, ignoreCase: true, out var role) || !Enum.IsDefined(role)) return await UsageAsync();
            roles.Add(role);
        }

        var departments = new List<DepartmentId>();
        foreach (var word in arguments.List("departments"))
        {
            if (!DepartmentId.TryParse(word, out var department)) return await UsageAsync();
            departments.Add(department);
        }

        if (isFirst && (departments.Count > 0 || (roles.Count > 0 && !roles.SequenceEqual([Role.Administrator]))))
        {
            await Console.Error.WriteLineAsync("The clinic has nobody yet: the first person is its administrator, with no other role and no department.");
            return 1;
        }

        if (SecretInput.Read("Password") is not { } password) return await NoSecretAsync();
        if (isFirst)
        {
            var first = await people.AddFirstAsync(X(services, tenant), new AddFirstAdministrator(name, signIn, password));
            return await DoneAsync($"added the first administrator {first.Person}");
        }

        var added = await people.AddAsync(X(services, tenant), new AddPerson(name, signIn, roles, departments, password));
        return await DoneAsync($"added {added.Person}");
    }

    private static CommandContext X(IServiceProvider services, TenantId tenant) =>
        ClinicCommand.Of(tenant, Actor.System, Source, services.GetRequiredService<IIdGenerator>().Next<CommandId>());

    private static async Task<int> DoneAsync(string text)
    {
        await Console.Out.WriteLineAsync(text);
        return 0;
    }

    private static async Task<int> UsageAsync()
    {
        await Console.Error.WriteLineAsync(Usage);
        return 2;
    }

    private static async Task<int> NoSecretAsync()
    {
        await Console.Error.WriteLineAsync("No secret was given, or the two differ.");
        return 2;
    }
}

using Clinic.Abstractions;
using Clinic.Api.Security;
using Clinic.Bridges.Jobs;

namespace Clinic.Api.Administration;

/// <summary>The routes about places, people and the installation.</summary>
public static class AdministrationRoutes
{
    /// <summary>Maps the table below.</summary>
    public static void MapAdministration(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Me");
        r.Read("/me", "Who is signed in, with roles, departments and sites.", MeRoutes.FindAsync);
        r.MapPost("/me/secret", MeRoutes.ChangeSecretAsync).With("/me/secret", "Changes one's own password or PIN; the present password is asked.", "change own secret", [], changes: true);

        r = api.MapGroup("").WithTags("Places");
        r.Read("/sites", "Lists the sites.", SiteRoutes.SitesAsync);
        r.Administer("/sites", "Adds a site.", SiteRoutes.AddSiteAsync);
        r.Administer("/sites/{site}/change", "Renames a site or moves it to another zone.", SiteRoutes.ChangeSiteAsync);
        r.Read("/sites/{site}/departments", "Lists the departments of a site.", SiteRoutes.DepartmentsAsync);
        r.Administer("/sites/{site}/departments", "Adds a department.", SiteRoutes.AddDepartmentAsync);
        r.Administer("/sites/{site}/departments/{department}/change", "Renames a department.", SiteRoutes.ChangeDepartmentAsync);
        r.Read("/sites/{site}/locations", "Lists the locations of a site.", SiteRoutes.LocationsAsync);
        r.Administer("/sites/{site}/locations", "Adds a location.", SiteRoutes.AddLocationAsync);
        r.Administer("/locations/{location}/change", "Renames a location, gives it to another department, or opens it for picking.", SiteRoutes.ChangeLocationAsync);

        r = api.MapGroup("").WithTags("People");
        r.Read("/people", "Lists people by sign-in name.", PeopleRoutes.ListAsync, Role.Administrator, Role.Auditor);
        r.Read("/people/{person}", "Reads one person.", PeopleRoutes.FindAsync, Role.Administrator, Role.Auditor);
        r.Administer("/people", "Adds a person.", PeopleRoutes.AddAsync);
        r.Administer("/people/{person}/rights", "Gives a person other roles and departments.", PeopleRoutes.ChangeRightsAsync);
        r.Administer("/people/{person}/retire", "Ends a person's right to act.", PeopleRoutes.RetireAsync);
        r.Administer("/people/{person}/unlock", "Ends the locks that failed attempts brought.", PeopleRoutes.UnlockAsync);
        r.Administer("/people/{person}/credentials", "Sets a password, PIN or badge; a new password ends earlier sessions.", PeopleRoutes.SetCredentialAsync);

        r = api.MapGroup("").WithTags("Installation");
        r.Read("/audit", "Who did or tried what, newest first.", InstallationRoutes.AuditAsync, Role.Auditor, Role.Supervisor, Role.Administrator);
        r.Read("/jobs", "When each job last ran, how long, what it did and what failed.", InstallationRoutes.JobsAsync);
        r.MapPost("/jobs/{job}/run", InstallationRoutes.RunJobAsync).With("/jobs/{job}/run", "Makes a job due now; whoever runs the jobs runs it next.", "run job", JobDesk.Roles, changes: true);
        r.MapGet("/errors", InstallationRoutes.Errors).WithSummary("Lists every permanent code with its sentences.").AllowAnonymous();
        r.MapGet("/errors/{code}", InstallationRoutes.Error).WithSummary("Explains one code.").AllowAnonymous();
    }
}

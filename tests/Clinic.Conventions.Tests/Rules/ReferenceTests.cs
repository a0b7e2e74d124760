using System.Reflection;
using System.Xml.Linq;

namespace Clinic.Conventions.Tests.Rules;

public sealed class ReferenceTests
{
    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void Package_knows_only_what_it_may(string name)
    {
        var package = Packages.Named(name);

        Assert.Empty(ReferenceRule.OfAssembly(package, package.Assembly.GetReferencedAssemblies()));
        Assert.Empty(ReferenceRule.OfProject(package, XDocument.Load(package.ProjectFile)));
    }

    [Fact]
    public void Every_project_of_src_is_in_the_list() =>
        Assert.Equal(Repository.ProjectFolders, Packages.All.Select(p => p.Folder).Order(StringComparer.Ordinal));

    [Fact]
    public void Compiled_reference_to_a_stranger_is_seen()
    {
        var domain = Packages.Named("Clinic.Pharmacy");

        var violations = ReferenceRule.OfAssembly(domain, Assembly.GetExecutingAssembly().GetReferencedAssemblies());

        Assert.Contains("Clinic.Pharmacy knows the assembly xunit.v3.assert", violations);
    }

    [Theory]
    [InlineData("Clinic.Pharmacy", "Clinic.Dispensing", true)]
    [InlineData("Clinic.Pharmacy", "Microsoft.AspNetCore.Http", true)]
    [InlineData("Clinic.Pharmacy", "System.Data.Common", true)]
    [InlineData("Clinic.Pharmacy", "Dapper", true)]
    [InlineData("Clinic.Pharmacy", "NodaTime", false)]
    [InlineData("Clinic.Pharmacy", "System.Collections.Immutable", false)]
    [InlineData("Clinic.Abstractions", "Microsoft.Extensions.Options", true)]
    [InlineData("Clinic.Abstractions", "NodaTime", false)]
    [InlineData("Clinic.Storage.Turso", "System.Data.Common", false)]
    [InlineData("Clinic.Storage.Turso", "SQLitePCLRaw.bundle_e_sqlite3", true)]
    public void Arrow_is_judged(string package, string assembly, bool refused) =>
        Assert.Equal(refused, ReferenceRule.OfAssembly(Packages.Named(package), [new AssemblyName(assembly)]).Any());

    [Fact]
    public void Reference_in_a_project_file_is_seen_even_if_unused()
    {
        var project = XDocument.Parse(
            """
            <Project>
              <ItemGroup>
                <ProjectReference Include="..\Clinic.Dispensing\Clinic.Dispensing.csproj" />
                <PackageReference Include="Dapper" />
                <PackageReference Include="SomeAnalyzer" PrivateAssets="all" />
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <PackageReference Include="NodaTime" />
              </ItemGroup>
            </Project>
            """);

        Assert.Equal(
            [
                "Clinic.Pharmacy references Clinic.Dispensing",
                "Clinic.Pharmacy references Dapper",
                "Clinic.Pharmacy references Microsoft.AspNetCore.App",
            ],
            ReferenceRule.OfProject(Packages.Named("Clinic.Pharmacy"), project));
    }
}

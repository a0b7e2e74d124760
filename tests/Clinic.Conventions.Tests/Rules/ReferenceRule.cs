using System.Reflection;
using System.Xml.Linq;

namespace Clinic.Conventions.Tests.Rules;

/// <summary>A package knows the runtime and what <see cref="Packages"/> lets it know.</summary>
internal static class ReferenceRule
{
    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static IEnumerable<string> OfAssembly(Package package, IEnumerable<AssemblyName> references) =>
        references.Select(r => r.Name!)
            .Where(name => !package.MayKnow.Contains(name) && !(IsRuntime(name) && (package.MayUseDatabases || !IsDatabase(name))))
            .Select(name => $"{package.Name} knows the assembly {name}");

    public static IEnumerable<string> OfProject(Package package, XDocument project) =>
        project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(Included(r)))
            .Concat(project.Descendants("PackageReference").Where(r => (string?)r.Attribute("PrivateAssets") != "all").Select(Included))
            .Concat(project.Descendants("FrameworkReference").Select(Included))
            .Where(name => !package.MayKnow.Contains(name))
            .Select(name => $"{package.Name} references {name}");

    private static string Included(XElement reference) => ((string)reference.Attribute("Include")!).Replace('\\', '/');

    private static bool IsRuntime(string name) => File.Exists(Path.Combine(RuntimeFolder, name + ".dll"));

    private static bool IsDatabase(string name) => name == "System.Data" || name.StartsWith("System.Data.", StringComparison.Ordinal);
}

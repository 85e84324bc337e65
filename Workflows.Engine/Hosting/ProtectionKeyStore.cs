using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Hosting;

/// <summary>Keeps the keys that protect cookies and tokens in the database, so that they survive restarts and all nodes share them.</summary>
internal sealed class ProtectionKeyStore(EngineDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = database.Open();
        return [.. db.ProtectionKeys.Select(row => row.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.Open();
        db.ProtectionKeys.Add(new ProtectionKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
